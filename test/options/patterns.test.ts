/** The two patterns of a kind: the whole one, and the cheap one for what is usual. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as joins from '../../src/options/grammars/join.ts';
import * as names from '../../src/options/grammars/names.ts';
import * as network from '../../src/options/grammars/network.ts';
import * as secrets from '../../src/options/grammars/secrets.ts';
import * as times from '../../src/options/grammars/time.ts';
import type { ScalarKind } from '../../src/options/kinds.ts';

const kinds = [joins, names, network, secrets, times]
  .flatMap((grammars) => Object.values<unknown>(grammars))
  .filter((kind): kind is ScalarKind & { usual: RegExp; pattern: RegExp } => {
    const { usual, pattern } = kind as Partial<ScalarKind>;
    return usual !== undefined && pattern !== undefined;
  });

test('some kinds have a cheap pattern', () => {
  expect(kinds.length).toBeGreaterThan(5);
});

test.each(kinds)('what is usual for $name, its whole pattern matches', ({ usual, pattern }) => {
  fc.assert(fc.property(fc.stringMatching(usual), (text) => pattern.test(text)));
});
