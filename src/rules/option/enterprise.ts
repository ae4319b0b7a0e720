import { collectSetOptions } from '../../subjects/agent/set-options.ts';
import type { Value } from '../../text/tree/value.ts';
import { rule } from '../rule.ts';

export const enterpriseOption = rule({
  id: 'option/enterprise',
  edition: 'community',
  scope: 'file',
  source: 'runtime',
  severity: {
    default: 'warning',
    error: 'where the community edition refuses the option instead of ignoring it',
  },
  supersedes: ['option/enterprise-key', 'gossip/segment', 'gossip/segments'],
  options: [],
  docs: {
    summary: 'An option has an effect only in Consul Enterprise.',
    rationale:
      'The community edition ignores most of these options, some without a warning, so there are no read replicas, ' +
      'audit log or redundancy zones. It refuses others, such as network segments.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nread_replica = true\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n' },
  },
  run({ value: root }, report) {
    if (!root) return;
    let outer: string | undefined;
    for (const { path, option, member } of collectSetOptions(root).options) {
      if (option.enterprise === undefined || option.enterprise === 'unknown' || isEmpty(member.value))
        continue;
      // The finding of a block covers everything in it.
      if (outer !== undefined && path.startsWith(`${outer}.`)) continue;
      outer = path;
      report({
        at: member.key,
        path,
        ...(option.enterprise === 'refused' && { severity: 'error' }),
        message:
          `${path} is part of Consul Enterprise, and the community edition ` +
          `${option.enterprise === 'refused' ? 'refuses it' : 'ignores it'}; remove it, unless you run Enterprise`,
      });
    }
  },
});

function isEmpty(value: Value): boolean {
  switch (value.kind) {
    case 'string':
      return value.value === '';
    case 'list':
      return value.items.length === 0;
    case 'object':
      return value.members.size === 0;
    default:
      return false;
  }
}
