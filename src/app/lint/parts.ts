/** What the lint of an editor needs at hand: it does not wait for a module while a person types. */
import { loadEntryRules } from '../../rules/catalog.ts';
import type { AgentRule } from '../../rules/rule.ts';
import { kinds } from '../../sources/registry.ts';
import { rememberingReader } from '../../sources/remembering.ts';
import type { Reader } from '../../sources/source.ts';
import { loadPatroniLint, type PatroniLint } from './found.ts';

export interface LintParts {
  /** Those of config entries. */
  readonly entryRules: readonly AgentRule[];
  readonly ofPatroni: PatroniLint;
  /** Of files that start agents. */
  readonly readers: readonly Reader[];
}

export async function loadLintParts(): Promise<LintParts> {
  const readers = Promise.all(
    kinds.map(async (kind) => rememberingReader({ ...kind, read: await kind.load() })),
  );
  return {
    entryRules: await loadEntryRules(),
    ofPatroni: await loadPatroniLint(),
    readers: await readers,
  };
}

/** Before they are loaded: the rest is linted all the same. */
export const noParts: LintParts = { entryRules: [], ofPatroni: (estates) => estates, readers: [] };
