import { addDirective, firstOf } from '../../subjects/unit/service.ts';
import { rule } from '../rule.ts';

const target = 'network-online.target';

export const notNetworkOnline = rule({
  id: 'unit/not-network-online',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: ['bind_addr', 'advertise_addr'],
  fix: 'safe',
  docs: {
    summary: 'The agent may start before the machine has its addresses.',
    rationale:
      'An agent whose bind address is not there yet exits, and one that looks for an address may find the wrong one. ' +
      'Both Wants= and After= are needed: without the first nothing waits for the network.',
    bad: {
      'consul.service':
        '[Unit]\nDescription=Consul\nAfter=network.target\n\n[Service]\n' +
        'ExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
    good: {
      'consul.service':
        '[Unit]\nDescription=Consul\nWants=network-online.target\nAfter=network-online.target\n\n[Service]\n' +
        'ExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit }, report) {
    const has = (...names: readonly string[]): boolean =>
      names.some((name) => unit.all('Unit', name).some(({ value }) => value.split(/\s+/).includes(target)));
    const missing = [
      ...(has('Wants', 'Requires', 'BindsTo') ? [] : [`Wants=${target}`]),
      ...(has('After') ? [] : [`After=${target}`]),
    ];
    if (missing.length === 0) return;
    const first = firstOf(unit, 'Unit');
    report({
      at: unit.get('Unit', 'After')?.at ?? first?.at ?? unit.start.at,
      message: `the unit does not wait for the network: the agent may start before its addresses are there; write ${missing.join(' and ')} in [Unit]`,
      ...(first && {
        fix: {
          title: `Write ${missing.join(' and ')}`,
          safe: true,
          edits: [addDirective(unit, missing.join('\n'), first)],
        },
      }),
    });
  },
});
