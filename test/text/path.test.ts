import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeHcl, formatPath, locate, parsePath } from '../../src/hcl.ts';

test.each([
  ['', []],
  ['ports.http', ['ports', 'http']],
  ['services[2].checks[0].interval', ['services', 2, 'checks', 0, 'interval']],
  ['node_meta["a.b"]["\\""].c', ['node_meta', 'a.b', '"', 'c']],
])('%s', (text, path) => {
  expect(parsePath(text)).toEqual(path);
  expect(formatPath(path)).toBe(text);
});

test.each(['.a', 'a.', 'a..b', 'a[', 'a[x]', 'a]b', '["a]'])('%s is no path', (text) => {
  expect(parsePath(text)).toBeUndefined();
});

test('any path survives being written', () => {
  const part = fc.oneof(fc.string({ unit: 'binary' }), fc.nat(1000));
  fc.assert(
    fc.property(fc.array(part), (path) => {
      expect(parsePath(formatPath(path))).toEqual(path);
    }),
  );
});

test('locate finds values and their keys, through blocks', () => {
  const { value } = decodeHcl('ports { http = 8500 }\nservices { name = "a" }\nservices { name = "b" }\n');
  const port = locate(value!, 'ports.http')!;
  expect([port.value.start, port.value.end, port.member?.key.start]).toEqual([15, 19, 8]);
  expect(locate(value!, 'services[1].name')?.value).toMatchObject({ value: 'b' });
  expect(locate(value!, 'services.name')).toBeUndefined();
  expect(locate(value!, 'ports.dns')).toBeUndefined();
});
