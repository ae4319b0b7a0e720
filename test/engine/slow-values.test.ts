/** Option values that make a careless pattern try every way to read them: lint costs what the text is long, no more. */
import { expect, test } from 'vitest';
import { firstBlock } from '../../src/model/grammar/pem.ts';
import { lintFiles } from '../support/lab.ts';

const shapes = [
  '0',
  '1',
  'x',
  '${',
  '{{a',
  '<%=',
  'SECRETC',
  '@a',
  '__a',
  '%%a',
  '<a',
  '1.',
  '1h',
  '1e',
  '-',
  '/',
  ' ',
  '\n',
  '\t',
  ',',
  ':',
  '(',
  '[',
  '"',
  '\\',
  '#',
  '+',
  'token=',
  'http://',
  'a==b and ',
  'not ',
  '-----BEGIN -----\n-:\nD',
];

const fileOf = (text: string): string => {
  const lists = Object.fromEntries(['retry_join', 'recursors'].map((name) => [name, [text]]));
  const texts = Object.fromEntries(
    [
      'node_name',
      'datacenter',
      'data_dir',
      'bind_addr',
      'client_addr',
      'encrypt',
      'log_level',
      'domain',
      'node_id',
      'check_update_interval',
    ].map((name) => [name, text]),
  );
  const keys = {
    authorization: { enabled: true, static: { jwt_validation_pub_keys: [text], claim_assertions: [text] } },
  };
  return JSON.stringify(
    {
      ...texts,
      ...lists,
      ui_config: { content_path: text },
      auto_config: keys,
      service: { name: text, check: { http: text, interval: text } },
    },
    undefined,
    1,
  );
};

test.each(shapes)('many %j', (shape) => {
  const cost = (length: number): number => {
    const text = `a${shape.repeat(length / shape.length)}!`;
    const start = process.cpuUsage();
    lintFiles({ 'a.json': fileOf(text) });
    return process.cpuUsage(start).user + 20_000;
  };
  cost(1000);
  expect(cost(40_000) / cost(10_000)).toBeLessThan(10);
});

test('a PEM text whose lines can be headers or body is read line by line', () => {
  expect(firstBlock(`-----BEGIN -----\n${'-:\nD'.repeat(10_000)}`)).toBeUndefined();
  expect(firstBlock('x\n-----BEGIN A-----\nProc-Type: 4\n\nAAAA\n-----END A-----\n')).toEqual({
    type: 'A',
    bytes: new Uint8Array([0, 0, 0]),
  });
  expect(
    firstBlock('-----BEGIN A-----\n!\n-----END A-----\n-----BEGIN B-----\nAAAA\n-----END B-----')?.type,
  ).toBe('B');
});
