/**
 * What a rule says of itself. In the package the texts are one module, which only `explain`, reports with descriptions and
 * editors load: they are a third of the rules, and no check needs them (`scripts/build/rule-docs.ts`).
 */
import type { RuleDocs, RuleRecord } from './rule.ts';

export const docsOf = (rule: Pick<RuleRecord, 'id' | 'docs'>): RuleDocs => rule.docs;
