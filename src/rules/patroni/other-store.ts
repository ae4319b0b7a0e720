import { storesOf } from '../../subjects/patroni/instance.ts';
import { rule } from '../rule.ts';

export const otherStore = rule({
  id: 'patroni/other-store',
  scope: 'patroni',
  source: 'runtime',
  severity: {
    default: 'error',
    warning: 'where both are in one file, and where no unit in sight shows that one Patroni reads both',
  },
  options: [],
  docs: {
    summary: 'Patroni has another store besides Consul, and Consul wins.',
    rationale:
      'Patroni takes the first store that is configured, in the order consul, etcd, etcd3, exhibitor, kubernetes, raft, ' +
      'zookeeper (dcs/__init__.py, iter_modules). A section for Consul that joins one for etcd3 therefore replaces it ' +
      'at the next restart of Patroni: a replica that was restarted against the empty store promoted itself, and two ' +
      'primaries accepted writes for good.',
    bad: {
      'pg1/etc/patroni/patroni.yml': 'scope: main\nname: pg1\netcd3:\n  hosts: 10.0.0.9:2379\n',
      'pg1/etc/patroni/consul.yml': 'consul:\n  host: 127.0.0.1:8500\n  checks: []\n',
      'pg1/etc/systemd/system/patroni.service': service(),
    },
    good: {
      'pg1/etc/patroni/patroni.yml': 'scope: main\nname: pg1\n',
      'pg1/etc/patroni/consul.yml': 'consul:\n  host: 127.0.0.1:8500\n  checks: []\n',
      'pg1/etc/systemd/system/patroni.service': service(),
    },
  },
  run({ instance }, report) {
    const [consul, ...others] = storesOf(instance);
    if (consul?.name !== 'consul') return;
    for (const { name, at } of others) {
      const isOverlay = at.source !== consul.at.source && instance.isCertain && instance.service;
      report({
        at,
        ...(!isOverlay && { severity: 'warning' }),
        message:
          `${name} is configured besides consul, and Patroni uses Consul, the first by name: if the cluster lives in ` +
          `${name}, a Patroni that is restarted finds an empty store and promotes itself, and there are two primaries; ` +
          `keep one. To move, pause the cluster (patronictl pause --wait), stop Patroni everywhere, and change all hosts`,
        related: [{ at: consul.at, message: 'consul is configured here' }],
      });
    }
  },
});

function service(): string {
  return '[Unit]\nAfter=network.target consul.service\n\n[Service]\nUser=postgres\nExecStart=/usr/bin/patroni /etc/patroni\n';
}
