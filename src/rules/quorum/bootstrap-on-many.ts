import { bootstrapsAlone, isOneMachine, isVoter } from '../../subjects/agent/predicates.ts';
import { named } from '../../subjects/cluster/groups.ts';
import { rule } from '../rule.ts';
import { adviceFor } from './support/server-count.ts';

export const bootstrapOnMany = rule({
  id: 'quorum/bootstrap-on-many',
  scope: 'cluster',
  source: 'cluster',
  severity: 'error',
  options: ['bootstrap', 'bootstrap_expect'],
  docs: {
    summary: 'More than one server of a datacenter elects itself.',
    rationale:
      'Three joined servers with bootstrap_expect = 1 became three leaders, each alone with its own data, while ' +
      '`consul members` showed three alive servers. Clusters that formed so never merge.',
    bad: {
      'srv1/consul.hcl': alone('srv1', 1),
      'srv2/consul.hcl': alone('srv2', 1),
    },
    good: {
      'srv1/consul.hcl': alone('srv1', 3),
      'srv2/consul.hcl': alone('srv2', 3),
      'srv3/consul.hcl': alone('srv3', 3),
    },
  },
  run({ servers }, report) {
    const alone = servers.filter(
      (server) => isVoter(server) && bootstrapsAlone(server.config) && isOneMachine(server),
    );
    if (alone.length < 2) return;
    for (const server of alone) {
      const { config, name } = server;
      const path = config.bool('bootstrap') === true ? 'bootstrap' : 'bootstrap_expect';
      const others = alone.filter((other) => other !== server);
      report({
        at: config.at(path),
        path,
        message:
          `${name} elects itself without waiting, and so does ${named(others.map((other) => other.name))}: ` +
          'each becomes the leader of a separate cluster; ' +
          `${adviceFor(servers.length, 'every server')} instead`,
        related: others.slice(0, 5).map((other) => ({
          at: other.config.at(other.config.bool('bootstrap') === true ? 'bootstrap' : 'bootstrap_expect'),
          message: `${other.name} elects itself here`,
        })),
      });
    }
  },
});

function alone(name: string, expect: number): string {
  return `node_name = "${name}"\ndata_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = ${expect}\n`;
}
