import { storesOf } from '../../subjects/patroni/instance.ts';
import { askedHost, whoseHost } from '../../subjects/patroni/own-host.ts';
import { rule } from '../rule.ts';

export const remoteAgent = rule({
  id: 'patroni/remote-agent',
  scope: 'patroni',
  source: 'runtime',
  severity: {
    default: 'warning',
    info: 'where no file in sight shows which addresses the machine of Patroni has',
  },
  options: [],
  docs: {
    summary: 'Patroni asks a Consul agent of another machine, or a load balancer.',
    rationale:
      'A session belongs to the node of the agent that it was made through. When that client left, the leader key of ' +
      'a PostgreSQL elsewhere was gone after 0.64 to 0.75 s (Consul 1.16, 1.20 and 1.23). Behind a load balancer every ' +
      'member can depend on another machine, and services are registered wherever the request went.',
    bad: { 'patroni.yml': config('consul.service.example.com:8500') },
    good: { 'patroni.yml': config('127.0.0.1:8500') },
  },
  run(subject, report) {
    const { instance } = subject;
    const asked = askedHost(instance);
    if (!asked || storesOf(instance)[0]?.name !== 'consul') return;
    const whose = whoseHost(asked.host, subject);
    if (whose === 'own') return;
    const [severity, doubt] =
      whose === 'unknown'
        ? (['info', ', unless it is one of its own addresses'] as const)
        : (['warning', ', as far as its files show'] as const);
    report({
      at: asked.at,
      severity,
      message:
        `${asked.host} is not this machine${doubt}: the session and the leader key belong to the node ` +
        'that answers there, and go when that node leaves, whatever PostgreSQL does here; run an agent on this ' +
        'machine, and write host: 127.0.0.1:8500',
    });
  },
});

function config(host: string): string {
  return `scope: main\nname: pg1\nconsul:\n  host: ${host}\n  checks: []\nrestapi:\n  listen: 10.0.0.1:8008\n`;
}
