import { writtenIn } from '../../subjects/agent/set-options.ts';
import type { Value } from '../../text/tree/value.ts';
import { rule } from '../rule.ts';

export const enterpriseOption = rule({
  id: 'option/enterprise',
  scope: 'file',
  source: 'runtime',
  severity: 'warning',
  supersedes: ['option/enterprise-key'],
  options: [],
  docs: {
    summary: 'The option does something in Consul Enterprise only.',
    rationale:
      'The community edition ignores such keys with a warning at best, so what they promise (read replicas, an audit ' +
      'log, redundancy zones) is not there. Some it refuses.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nread_replica = true\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n' },
  },
  run({ value: root }, report) {
    if (!root) return;
    let outer: string | undefined;
    for (const { path, option, member } of writtenIn(root).options) {
      if (option.enterprise === undefined || option.enterprise === 'unknown' || isEmpty(member.value))
        continue;
      // A block that is Enterprise's has said it for all that is in it.
      if (outer !== undefined && path.startsWith(`${outer}.`)) continue;
      outer = path;
      report({
        at: member.key,
        path,
        ...(option.enterprise === 'refused' && { severity: 'error' }),
        message:
          `${path} belongs to Consul Enterprise; the community edition ` +
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
