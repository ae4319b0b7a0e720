import { usesConsul } from '../../subjects/patroni/instance.ts';
import { isConsulUnit, words } from '../../subjects/patroni/order.ts';
import { directivesOf } from '../../subjects/patroni/service.ts';
import { rule } from '../rule.ts';

const ties = ['Requires', 'BindsTo', 'PartOf'] as const;

export const stopsWithConsul = rule({
  id: 'patroni/stops-with-consul',
  scope: 'patroni',
  source: 'unit',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A restart of Consul restarts Patroni, and PostgreSQL with it.',
    rationale:
      'systemd stops and restarts a unit with the one that it names in Requires=, BindsTo= or PartOf= ' +
      '(systemd.unit(5)). Patroni survives a restart of its agent as long as it is shorter than loop_wait + ' +
      'retry_timeout, and goes on; tied to it, PostgreSQL stops at every restart of Consul. After= with Wants= gives ' +
      'the order alone.',
    bad: {
      'pg1/etc/patroni/patroni.yml': patroni(),
      'pg1/etc/systemd/system/patroni.service': service('Requires=consul.service'),
    },
    good: {
      'pg1/etc/patroni/patroni.yml': patroni(),
      'pg1/etc/systemd/system/patroni.service': service('Wants=consul.service'),
    },
  },
  run({ instance, node }, report) {
    const { service: started } = instance;
    if (!started || !usesConsul(instance)) return;
    for (const directive of ties.flatMap((name) => directivesOf(started, 'Unit', name))) {
      const tied = words(directive).find((name) => isConsulUnit(name, node?.unit));
      if (tied === undefined) continue;
      report({
        at: directive.at,
        message:
          `${directive.name}=${tied} stops and restarts Patroni with Consul, and PostgreSQL with it, where Patroni alone ` +
          `outlives the restart; write Wants=${tied}, and After=${tied} for the order`,
      });
    }
  },
});

function patroni(): string {
  return 'scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8500\n  checks: []\n';
}

function service(tie: string): string {
  return (
    `[Unit]\n${tie}\nAfter=network.target consul.service\n\n[Service]\nUser=postgres\n` +
    'ExecStart=/usr/bin/patroni /etc/patroni/patroni.yml\n'
  );
}
