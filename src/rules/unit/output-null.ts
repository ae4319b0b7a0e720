import { setDirective } from '../../subjects/unit/service.ts';
import { rule } from '../rule.ts';

const outputs = ['StandardOutput', 'StandardError'] as const;

export const outputNull = rule({
  id: 'unit/output-null',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: ['enable_syslog', 'log_file'],
  fix: 'safe',
  docs: {
    summary: 'What the agent prints is thrown away.',
    rationale:
      'The reason why an agent refuses to start is printed before its own log is open: with StandardOutput=null or ' +
      'StandardError=null it is nowhere, also where log_file or syslog is on.',
    bad: {
      'consul.service':
        '[Service]\nStandardOutput=null\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
    good: {
      'consul.service':
        '[Service]\nStandardOutput=journal\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit }, report) {
    for (const name of outputs) {
      const directive = unit.get('Service', name);
      if (directive?.value !== 'null') continue;
      report({
        at: directive.at,
        message: `${name}=null throws away the reason when the agent refuses to start; write journal`,
        fix: { title: `Write ${name}=journal`, safe: true, edits: [setDirective(directive, 'journal')] },
      });
    }
  },
});
