import { isFragment, isServer } from '../../subjects/agent/predicates.ts';
import { collectSetOptions } from '../../subjects/agent/set-options.ts';
import { rule } from '../rule.ts';

/** The agent refuses these on a client, which other rules report. */
const hasOwnRule = new Set(['bootstrap', 'bootstrap_expect']);

export const wrongRole = rule({
  id: 'option/wrong-role',
  scope: 'node',
  source: 'runtime',
  severity: 'info',
  options: [],
  docs: {
    summary: 'An option has no effect on an agent of this role.',
    rationale:
      'Raft, autopilot and the WAN are for servers, some timeouts and limits for clients. The agent ignores these options ' +
      'in the other role without a warning, so a setting on the wrong node goes unnoticed.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = false\nretry_join = ["srv1"]\nretry_join_wan = ["srv9"]\n',
    },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nretry_join_wan = ["srv9"]\n' },
  },
  run(node, report) {
    // Server mode may come from a flag, or from another fragment.
    if (!isServer(node) && (isFragment(node) || node.config.get('server') === undefined)) return;
    for (const { path, option, member } of collectSetOptions(node.config.written).options) {
      if (option.role === undefined || option.role === node.role || hasOwnRule.has(path)) continue;
      report({
        at: member.key,
        path,
        message: `${path} has an effect only on ${option.role}s, and this agent is a ${node.role}; remove it, or move it to the ${option.role}s`,
      });
    }
  },
});
