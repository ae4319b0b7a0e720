/**
 * Every rule, in lists by the moment at which they are needed: a run loads only those that it uses. What lints imports
 * `./generated/lint-rules.ts`; `validate` does without them.
 */
import { consulRules } from './generated/consul-rules.ts';
import type { AgentRule, Rule } from './rule.ts';

export { consulRules };

/** The rules for config entries, which few configurations hold and which are many. */
export async function loadEntryRules(): Promise<readonly AgentRule[]> {
  const { entryRules } = await import('./generated/entry-rules.ts');
  return entryRules;
}

/** The whole catalogue, sorted by id: for documentation, `explain`, reports and editors. */
export async function loadCatalog(): Promise<readonly Rule[]> {
  const { lintRules } = await import('./generated/lint-rules.ts');
  const { readerRules } = await import('./generated/reader-rules.ts');
  const { patroniRules } = await import('./generated/patroni-rules.ts');
  const entryRules = await loadEntryRules();
  const all: Rule[] = [...consulRules, ...lintRules, ...readerRules, ...entryRules, ...patroniRules];
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
