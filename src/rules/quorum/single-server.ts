import { isVoter } from '../../subjects/agent/predicates.ts';
import { datacenterOf } from '../../subjects/cluster/clusters.ts';
import { rule } from '../rule.ts';

const client = 'data_dir = "/var/lib/consul"\nretry_join = ["srv1"]\n';
const server = 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n';

export const singleServer = rule({
  id: 'quorum/single-server',
  scope: 'cluster',
  source: 'cluster',
  severity: 'info',
  options: ['server', 'bootstrap_expect'],
  docs: {
    summary: 'A datacenter has one server and survives the loss of none.',
    rationale:
      'One server is a legal cluster and right for a test. When it stops, every client loses the catalog, KV and ' +
      'locks, and a lost disk loses them for good.',
    bad: {
      'srv1/consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
      'app1/consul.hcl': client,
    },
    good: {
      'srv1/consul.hcl': server,
      'srv2/consul.hcl': server,
      'srv3/consul.hcl': server,
      'app1/consul.hcl': client,
    },
  },
  run({ servers, complete }, report) {
    if (!complete) return;
    const [only, second] = servers.filter(isVoter);
    if (!only || second) return;
    report({
      at: only.config.at('server'),
      path: 'server',
      message: `${only.name} is the only server of datacenter ${datacenterOf(only)}: when it is down, so is everything that needs Consul; three servers survive the loss of one`,
    });
  },
});
