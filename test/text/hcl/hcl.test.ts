/** The public interface `consul-cfg/hcl`. */
import { expect, test } from 'vitest';
import { decodeHcl, formatHcl, parseHcl, printHcl, Source, toPlain } from '../../../src/hcl.ts';

test('texts, sources and trees are read alike', () => {
  const text = 'a { b = [1, 0x1f, 1.5] } // c\n';
  const tree = parseHcl(text);
  for (const from of [text, new Source('f', text), tree]) {
    expect(toPlain(decodeHcl(from).value!)).toEqual({ a: [{ b: [1, 31, 1.5] }] });
  }
  expect(tree.source.text).toBe(text);
  expect(formatHcl(text).text).toBe('a {\n  b = [1, 0x1f, 1.5]\n} // c\n');
  expect(printHcl({ a: { b: 1 } })).toBe('a {\n  b = 1\n}\n');
});

test('the release decides', () => {
  const text = 'a { b = }}';
  expect(parseHcl(text, { consul: '1.16' }).refusal).toBeUndefined();
  expect(parseHcl(text, { consul: '1.20.1' }).refusal).toBeUndefined();
  expect(parseHcl(text, { consul: '1.20' }).refusal?.text).toBe('At 1:9: Unknown token: 1:9 RBRACE }');
  expect(parseHcl(text).refusal).toMatchObject({ line: 1, column: 9, panic: false });
  expect(decodeHcl('a = "\\400"').refusal).toMatchObject({ panic: true });
});

test('integers beyond what a number holds are exact', () => {
  expect(decodeHcl('a = 9223372036854775807').value?.members.get('a')?.value).toMatchObject({
    exact: 9223372036854775807n,
  });
});
