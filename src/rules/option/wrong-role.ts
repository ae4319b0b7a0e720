import { isFragment, isServer } from '../../subjects/agent/predicates.ts';
import { writtenIn } from '../../subjects/agent/set-options.ts';
import { rule } from '../rule.ts';

/** Refused by the agent, and so more than without effect. */
const hasOwnRule = new Set(['bootstrap', 'bootstrap_expect']);

export const wrongRole = rule({
  id: 'option/wrong-role',
  scope: 'node',
  source: 'runtime',
  severity: 'info',
  options: [],
  docs: {
    summary: 'The option has no effect on an agent of this role.',
    rationale:
      'Raft, autopilot and the WAN are for servers, some waiting and retrying for clients. On the other role such keys ' +
      'are read and forgotten, so nobody notices that a setting is on the wrong machine.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = false\nretry_join = ["srv1"]\nretry_join_wan = ["srv9"]\n',
    },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nretry_join_wan = ["srv9"]\n' },
  },
  run(node, report) {
    // Server mode may come from a flag, or from another fragment.
    if (!isServer(node) && (isFragment(node) || node.config.get('server') === undefined)) return;
    for (const { path, option, member } of writtenIn(node.config.written).options) {
      if (option.role === undefined || option.role === node.role || hasOwnRule.has(path)) continue;
      report({
        at: member.key,
        path,
        message: `${path} has an effect on ${option.role}s only, and this agent is a ${node.role}; remove it, or move it to the ${option.role}s`,
      });
    }
  },
});
