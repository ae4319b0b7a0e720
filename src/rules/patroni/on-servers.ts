import { isServer } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

export const patroniOnServers = rule({
  id: 'patroni/on-servers',
  scope: 'node',
  source: 'runtime',
  severity: 'info',
  profile: 'patroni',
  options: ['server'],
  docs: {
    summary: 'Patroni talks to a server agent on its own machine.',
    rationale:
      "Patroni's author advises against running it on machines with Consul servers: a loaded database starves Raft, and a " +
      'restart of the server moves both leaders at once (patroni#1588). Clients on the database machines and servers ' +
      'on others are the safer layout.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = false\nleave_on_terminate = false\n' },
  },
  run(node, report) {
    if (!isServer(node)) return;
    report({
      at: node.config.at('server'),
      path: 'server',
      message:
        'this Consul server shares its machine with PostgreSQL: a loaded database slows Raft, and one failing ' +
        'machine costs both; where there are machines to spare, run servers apart and a client here',
    });
  },
});
