/** The catalogue of rules, as plain data. */
import { type PlainRule, plainRule } from '../app/plain/explained.ts';
import { consulRules } from '../rules/generated/consul-rules.ts';
import { entryRules } from '../rules/generated/entry-rules.ts';
import { lintRules } from '../rules/generated/lint-rules.ts';
import { patroniRules } from '../rules/generated/patroni-rules.ts';
import { readerRules } from '../rules/generated/reader-rules.ts';

function catalog(): readonly PlainRule[] {
  const all = [...consulRules, ...lintRules, ...readerRules, ...entryRules, ...patroniRules];
  return all.map(plainRule).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Every rule, sorted by id: what it is about, why it exists, its levels, and an example of each side. */
export const rules: readonly PlainRule[] = /* @__PURE__ */ catalog();
