import { objectAt } from '../../model/value-path.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { exampleOf, isAuthorizing, method } from './support/auto-config-authorization.ts';

export const autoConfigClaims = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/claims',
  severity: 'error',
  options: [`${method}.claim_mappings`, `${method}.list_claim_mappings`],
  docs: {
    summary: 'Two claims are mapped to one name.',
    rationale:
      'Assertions refer to claims by these names, so the agent refuses a name that is used twice ' +
      'within claim_mappings or within list_claim_mappings.',
    bad: { 'consul.hcl': exampleOf('claim_mappings = { team = "name", sub = "name" }') },
    good: { 'consul.hcl': exampleOf('claim_mappings = { team = "team", sub = "name" }') },
  },
  run: (subject, report) => {
    if (!isAuthorizing(subject)) return;
    for (const path of autoConfigClaims.options) {
      const taken = new Set<string>();
      for (const { value } of objectAt(subject.config.resolved, path)?.members.values() ?? []) {
        if (value.kind !== 'string') continue;
        if (taken.has(value.value))
          report({
            path,
            value,
            message: `${path} maps two claims to ${quote(value.value)}; give each its own name`,
          });
        taken.add(value.value);
      }
    }
  },
});
