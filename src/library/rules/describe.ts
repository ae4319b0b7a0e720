/** What reports say of rules of a script. */
import type { RuleInfo } from '../../report/report.ts';
import type { CustomRule } from './custom-rule.ts';

/** What reports say of rules of one's own. */
export function describeOwn(rules: readonly CustomRule[] = []): (id: string) => RuleInfo | undefined {
  const byId = new Map<string, CustomRule>(rules.map((rule) => [rule.id, rule]));
  return (id) => {
    const rule = byId.get(id);
    if (!rule) return undefined;
    const { summary, rationale = summary } = rule.docs;
    return { summary, rationale, severity: rule.severity, own: true };
  };
}
