/** The lenient decoding of config entries: which spellings of a key are one key. */
import { describe, expect, test } from 'vitest';
import { decodeWeak } from '../../src/model/decode/weak.ts';
import { string } from '../../src/options/kinds.ts';
import { option } from '../../src/options/option.ts';
import { type ObjectValue, toPlain } from '../../src/text/tree/value.ts';
import { toValue } from '../schema/support/values.ts';

const section = {
  local_path: option(string, 'A path.', { aliases: ['LocalPath'] }),
  name: option(string, 'A name.'),
};

function decoded(given: object, open = false) {
  const faults: string[] = [];
  const value = decodeWeak(
    toValue(given) as ObjectValue,
    section,
    { version: '1.20', open, onFault: ({ code, path }) => faults.push(`${code} ${path}`) },
    '',
  );
  return { value: toPlain(value), faults };
}

test.each([
  ['the Go name', { LocalPath: 'a' }],
  ['the alias', { local_path: 'a' }],
  ['the Go name in lower case', { localpath: 'a' }],
  ['the Go name in capitals', { LOCALPATH: 'a' }],
])('one spelling: %s', (_name, given) => {
  expect(decoded(given)).toEqual({ value: { local_path: 'a' }, faults: [] });
});

describe('two spellings of one key', () => {
  test.each([
    ['alias, then the Go name in lower case', { local_path: 'a', localpath: 'b' }, 'b'],
    ['the Go name in lower case, then alias', { localpath: 'b', local_path: 'a' }, 'b'],
    ['the alias twice, in two letter cases', { local_path: 'a', Local_Path: 'b' }, 'a'],
  ])('of which the agent drops one: %s', (_name, given, kept) => {
    expect(decoded(given)).toEqual({ value: { local_path: kept }, faults: [] });
  });

  test.each([
    ['alias and Go name', { local_path: 'a', LocalPath: 'b' }, 'LocalPath'],
    ['Go name and alias', { LocalPath: 'b', local_path: 'a' }, 'local_path'],
    ['Go name in two letter cases', { LocalPath: 'a', LOCALPATH: 'b' }, 'LOCALPATH'],
    ['Go name, plain and not', { LocalPath: 'a', localpath: 'b' }, 'localpath'],
  ])('of which the agent refuses the second: %s', (_name, given, second) => {
    expect(decoded(given).faults).toEqual([`twice ${second}`]);
    expect(decoded(given, true).faults).toEqual([]);
  });
});
