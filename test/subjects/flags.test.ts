/** The flags of `consul agent`, as configuration. */
import { describe, expect, test } from 'vitest';
import { readFlags } from '../../src/subjects/unit/flags.ts';
import { Source } from '../../src/text/source/source.ts';
import type { Word } from '../../src/text/systemd.ts';
import { toPlain } from '../../src/text/tree/value.ts';

function read(line: string) {
  const source = new Source('consul.service', line);
  const words = [...line.matchAll(/\S+/g)].map(
    ({ 0: text, index }): Word => ({ text, at: source.span(index, index + text.length) }),
  );
  const { under, over } = readFlags(source, words);
  const plain = (file: typeof over): unknown => file?.value && toPlain(file.value);
  return { under: plain(under), over: plain(over), file: over };
}

describe('a value', () => {
  test.each([
    ['-bootstrap-expect=3', { bootstrap_expect: 3 }],
    ['--bootstrap-expect=5', { bootstrap_expect: 5 }],
    ['-bootstrap-expect 3', { bootstrap_expect: 3 }],
    ['-bind=10.0.0.1', { bind_addr: '10.0.0.1' }],
    ['-node-meta=rack:1:2', { node_meta: { rack: '1:2' } }],
    ['-server', { server: true }],
    ['-server=false', { server: false }],
    ['-http-port=0', { ports: { http: 0 } }],
  ])('%s', (line, expected) => {
    expect(read(line).over).toEqual(expected);
  });

  test('what is not a number stays a text, so that its type is reported', () => {
    expect(read('-bootstrap-expect=three').over).toEqual({ bootstrap_expect: 'three' });
    expect(read('-bootstrap-expect=').over).toEqual({ bootstrap_expect: '' });
  });

  test('of a list goes under the files', () => {
    expect(read('-retry-join=a -retry-join b')).toMatchObject({
      under: { retry_join: ['a', 'b'] },
      over: undefined,
    });
  });
});

test('the location of a value is the part of the word behind the equals sign', () => {
  const line = '-server -bootstrap-expect=35';
  const value = read(line).file?.value?.members.get('bootstrap_expect')?.value;
  expect(value && line.slice(value.start, value.end)).toBe('35');
});
