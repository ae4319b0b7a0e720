/** Every rule, by id. */
import type { AnyRule } from './rule.ts';
import * as exported from './rules.ts';

export const rules: readonly AnyRule[] = (Object.values(exported) as AnyRule[]).sort((a, b) =>
  a.id < b.id ? -1 : 1,
);

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export const findRule = (id: string): AnyRule | undefined => byId.get(id);
