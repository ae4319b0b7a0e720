/** What the policies of a token allow together: an exact rule before prefixes, the longest prefix before shorter ones. */
import type { AclPolicy, PolicyRule } from './policy.ts';

type Policies = readonly Pick<AclPolicy, 'rules'>[];

export type Access = 'write' | 'list' | 'read' | 'deny';

const order: readonly string[] = ['deny', 'write', 'list', 'read'];

/** The access to one thing, such as `session` `pg1`; undefined where no rule is about it. */
export function accessTo(policies: Policies, resource: string, name: string): Access | undefined {
  const rules = policies.flatMap((policy) => policy.rules);
  const exact = rules.filter((rule) => rule.resource === resource && rule.name === name);
  return strongest(exact.length > 0 ? exact : longest(rules, resource, name));
}

/** Of all things whose name begins so: that of the rule for all, if none for fewer of them has less. */
export function accessBelow(policies: Policies, resource: string, prefix: string): Access | undefined {
  const rules = policies.flatMap((policy) => policy.rules);
  const base = strongest(longest(rules, resource, prefix));
  if (base !== 'write') return base;
  const isBelow = (rule: PolicyRule): boolean =>
    (rule.resource === resource || rule.resource === `${resource}_prefix`) &&
    rule.name !== undefined &&
    rule.name.startsWith(prefix);
  const less = rules.filter((rule) => isBelow(rule) && rule.access !== 'write');
  return less.length > 0 ? strongest(less) : base;
}

function longest(rules: readonly PolicyRule[], resource: string, name: string): readonly PolicyRule[] {
  const matching = rules.filter(
    (rule) => rule.resource === `${resource}_prefix` && rule.name !== undefined && name.startsWith(rule.name),
  );
  const length = Math.max(...matching.map((rule) => rule.name!.length));
  return matching.filter((rule) => rule.name!.length === length);
}

/** Of several policies deny counts most, then the access that is widest. */
function strongest(rules: readonly PolicyRule[]): Access | undefined {
  return order.find((access) => rules.some((rule) => rule.access === access)) as Access | undefined;
}
