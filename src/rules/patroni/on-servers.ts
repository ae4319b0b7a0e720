import { isServer } from '../../subjects/agent/predicates.ts';
import type { Node } from '../../subjects/subjects.ts';
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
      'on others are the safer layout. Reported only where files of Patroni or PostgreSQL are on the machine of the ' +
      'server.',
    bad: {
      'pg1/etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n',
      'pg1/etc/patroni/patroni.yml': patroni(),
    },
    good: {
      'pg1/etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = false\nleave_on_terminate = false\n',
      'pg1/etc/patroni/patroni.yml': patroni(),
    },
  },
  run(node, report) {
    if (!isServer(node) || !hasPostgres(node)) return;
    report({
      at: node.config.at('server'),
      path: 'server',
      message:
        'this Consul server shares its machine with PostgreSQL: a loaded database slows Raft, and one failing ' +
        'machine costs both; where there are machines to spare, run servers apart and a client here',
    });
  },
});

const places = [
  '/etc/postgresql',
  '/etc/systemd/system/postgresql.service',
  '/lib/systemd/system/postgresql.service',
  '/usr/lib/systemd/system/postgresql.service',
];

/** As far as files in sight show. */
const hasPostgres = ({ patroni, tree }: Node): boolean =>
  patroni !== undefined || places.some((path) => tree?.has(path));

function patroni(): string {
  return 'scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8500\n  checks: []\n';
}
