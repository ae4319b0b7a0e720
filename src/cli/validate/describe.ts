/** What is known of a rule beside its findings, for reports that carry it. Loads every rule, so only where asked for. */
import { findRule } from '../../lint/registry.ts';
import { agentChecks } from '../../model/check/all.ts';
import { entryChecks } from '../../model/check/entries/all.ts';
import { pathRules } from '../../model/read-agent.ts';
import type { RuleInfo } from '../../report/report.ts';

const checks = new Map<string, { readonly severity: RuleInfo['severity']; readonly docs: string }>([
  ...[...agentChecks, ...entryChecks].map((check) => [check.id, check] as const),
  ...Object.entries(pathRules),
]);

export function describe(id: string): RuleInfo | undefined {
  const check = checks.get(id);
  if (check) return { summary: check.docs, rationale: check.docs, severity: check.severity };
  const rule = findRule(id);
  return rule && { summary: rule.docs.summary, rationale: rule.docs.rationale, severity: rule.severity };
}
