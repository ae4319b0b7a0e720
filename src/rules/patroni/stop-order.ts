import { storesOf, usesConsul } from '../../subjects/patroni/instance.ts';
import { consulNames, consulStopsLast, stopsFirst } from '../../subjects/patroni/order.ts';
import { directivesOf } from '../../subjects/patroni/service.ts';
import { rule } from '../rule.ts';

export const stopOrder = rule({
  id: 'patroni/stop-order',
  scope: 'patroni',
  source: 'unit',
  severity: {
    default: 'warning',
    info: 'where only one of the two units is in sight',
  },
  options: [],
  docs: {
    summary: 'At a shutdown of the machine, Consul stops before Patroni or together with it.',
    rationale:
      'systemd stops units in the reverse order of their start, and units without an order at once. Without its agent ' +
      'Patroni cannot hand over the leader key: at a shutdown of the host of the primary there was none for 19.8 and ' +
      '25.1 s with both stopped at once and for 24.0 s with Consul first, and for 2.1 s with Patroni first. The units ' +
      'of the packages order Patroni after network.target only. An order is harmless where the other unit is missing.',
    bad: {
      'pg1/etc/patroni/patroni.yml': patroni(),
      'pg1/etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'pg1/etc/systemd/system/consul.service': consul(''),
      'pg1/etc/systemd/system/patroni.service': service('After=network.target'),
    },
    good: {
      'pg1/etc/patroni/patroni.yml': patroni(),
      'pg1/etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'pg1/etc/systemd/system/consul.service': consul('[Unit]\nBefore=patroni.service\n\n'),
      'pg1/etc/systemd/system/patroni.service': service('After=network.target'),
    },
  },
  run({ instance, node }, report) {
    const { service } = instance;
    const unit = node?.unit;
    const isConsuls = storesOf(instance).length > 0 || unit !== undefined;
    if (!isConsuls || !usesConsul(instance) || (!service && !unit) || consulStopsLast(unit, service)) return;
    const start = service && directivesOf(service, 'Service', 'ExecStart').at(-1);
    const after = service && directivesOf(service, 'Unit', 'After').at(-1);
    const name = unit ? consulNames(unit)[0]! : 'consul.service';
    const patronis = service?.name ?? 'patroni.service';
    const isTemplate = patronis.includes('@.');
    const isReverse = unit && stopsFirst(unit, service);
    const doubt =
      service && unit
        ? ''
        : `, unless the ${service ? 'unit of Consul' : 'unit of Patroni'}, which is not here, says so`;
    report({
      at: (after ?? start ?? unit?.start)!.at,
      ...(doubt !== '' && { severity: 'info' }),
      message:
        `${isReverse ? `${name} starts after ${patronis}` : `nothing orders ${patronis} after ${name}${doubt}`}: a shutdown ` +
        `of the machine stops ${isReverse ? 'Consul first' : 'both at once'}, Patroni cannot hand over, and there is no ` +
        `primary for 20 to 25 s instead of 2 s; ${isReverse ? 'remove that order, and ' : ''}write After=${name} in ${patronis}` +
        `${isTemplate ? '' : `, or Before=${patronis} in ${name}`}`,
      ...(service && unit && { related: [{ at: unit.start.at, message: 'the unit of Consul' }] }),
    });
  },
});

function patroni(): string {
  return 'scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8500\n  checks: []\n';
}

function consul(head: string): string {
  return `${head}[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n`;
}

function service(order: string): string {
  return `[Unit]\n${order}\n\n[Service]\nUser=postgres\nExecStart=/usr/bin/patroni /etc/patroni/patroni.yml\n`;
}
