import { addDirective } from '../../subjects/unit/service.ts';
import { rule } from '../rule.ts';

export const noLimitNofile = rule({
  id: 'unit/no-limit-nofile',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: [],
  fix: 'safe',
  docs: {
    summary: 'The agent may open only 1024 files.',
    rationale:
      'Each connection is a file: 1024, the default of services, is soon too few for a server, and below what the limit of connections per client asks for. 87 of 148 public units set none.',
    bad: { 'consul.service': '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n' },
    good: {
      'consul.service':
        '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\nLimitNOFILE=65536\n',
    },
  },
  run({ unit }, report) {
    if (unit.get('Service', 'LimitNOFILE')) return;
    report({
      at: unit.at('Service', 'LimitNOFILE'),
      message:
        'LimitNOFILE is not set, so the agent may open 1024 files and connections; write LimitNOFILE=65536',
      fix: { title: 'Write LimitNOFILE=65536', safe: true, edits: [addDirective(unit, 'LimitNOFILE=65536')] },
    });
  },
});
