import { isFragment, isPlaceholder, isServer, maySetElsewhere } from '../../subjects/agent/predicates.ts';
import { gatewayEntries, wanEntries } from '../../subjects/cluster/join.ts';
import { rule } from '../rule.ts';

const secondary =
  'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\ndatacenter = "dc2"\nprimary_datacenter = "dc1"\n';

export const joinNoPrimary = rule({
  id: 'join/no-primary',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['primary_datacenter'],
  docs: {
    summary: 'A server of a secondary datacenter has no way to the primary one.',
    rationale:
      'ACLs, intentions and the CA of a secondary datacenter come from the primary one, over the WAN. Without retry_join_wan ' +
      'and primary_gateways the server logs "No path to datacenter", replicates neither config entries nor tokens, cannot ' +
      'resolve tokens, and answers "CA has not finished initializing" (1.16, 1.20 and 1.23), until servers of the primary join it.',
    bad: { 'consul.hcl': secondary },
    good: { 'consul.hcl': `${secondary}retry_join_wan = ["10.0.0.11"]\n` },
  },
  run(node, report) {
    const { config } = node;
    const [primary, own] = ['primary_datacenter', 'datacenter'].map((key) => config.string(key) ?? '');
    if (!isServer(node) || isFragment(node) || !primary || isPlaceholder(primary) || isPlaceholder(own!))
      return;
    if (primary.toLowerCase() === own!.toLowerCase()) return;
    if (wanEntries(config).length > 0 || gatewayEntries(config).length > 0) return;
    if (maySetElsewhere(node, 'retry_join_wan', 'start_join_wan', 'primary_gateways')) return;
    report({
      at: config.at('primary_datacenter'),
      path: 'retry_join_wan',
      message:
        `this server of ${own} has no way to its primary datacenter ${primary}: unless servers of ${primary} join it, ` +
        'tokens cannot be resolved and the CA is not initialised; write retry_join_wan with servers of the primary, or primary_gateways',
    });
  },
});
