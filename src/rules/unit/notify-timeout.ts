import { bootstrapExpect, isServer } from '../../subjects/agent/predicates.ts';
import { joinEntries } from '../../subjects/cluster/join.ts';
import { addDirective } from '../../subjects/unit/service.ts';
import { rule } from '../rule.ts';

export const notifyTimeout = rule({
  id: 'unit/notify-timeout',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: ['retry_join', 'bootstrap_expect'],
  fix: 'safe',
  docs: {
    summary: 'A server is killed after 90 seconds while its peers are down.',
    rationale:
      'Type=notify waits for the first successful join, for 90 s unless TimeoutStartSec says more. When all servers boot ' +
      'after an outage, the first ones are killed and started again until the others are up.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\nretry_join = ["srv2", "srv3"]\n',
      'consul.service': '[Service]\nType=notify\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\nretry_join = ["srv2", "srv3"]\n',
      'consul.service':
        '[Service]\nType=notify\nTimeoutStartSec=infinity\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit, node }, report) {
    const type = unit.get('Service', 'Type');
    if (type?.value !== 'notify' || !isServer(node) || bootstrapExpect(node.config) < 2) return;
    const timeout = unit.get('Service', 'TimeoutStartSec') ?? unit.get('Service', 'TimeoutSec');
    if (timeout || joinEntries(node.config).length === 0) return;
    report({
      at: type.at,
      message:
        'Type=notify waits for a successful join, but only for 90 s: while the other servers are down systemd kills ' +
        'this one again and again; write TimeoutStartSec=infinity',
      fix: {
        title: 'Write TimeoutStartSec=infinity',
        safe: true,
        edits: [addDirective(unit, 'TimeoutStartSec=infinity', type)],
      },
    });
  },
});
