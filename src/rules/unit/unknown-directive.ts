import { closest, distance } from 'fastest-levenshtein';
import { directives } from '../../subjects/unit/directives.ts';
import { own } from '../../util/collections.ts';
import { rule } from '../rule.ts';

export const unknownDirective = rule({
  id: 'unit/unknown-directive',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'systemd does not know the directive, or not in this section.',
    rationale:
      'systemd ignores it with a line in the journal: what it should do, such as restarting or limiting, does not ' +
      'happen. StartLimitIntervalSec in [Service] is the classic.',
    bad: {
      'consul.service':
        '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\nRestrat=on-failure\n' +
        'StartLimitIntervalSec=0\n',
    },
    good: {
      'consul.service':
        '[Unit]\nStartLimitIntervalSec=0\n\n[Service]\n' +
        'ExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\nRestart=on-failure\nX-Owner=ops\n',
    },
  },
  run({ unit }, report) {
    for (const { source, directives: written, problems } of unit.texts) {
      for (const { at, message } of problems) report({ at, message: `${message}, and systemd ignores it` });
      for (const { section, name, key } of written) {
        if (section.startsWith('X-') || name.startsWith('X-')) continue;
        const known = own(directives, section);
        if (known?.has(name)) continue;
        report({
          at: { source, start: key.start, end: key.end },
          message: known
            ? `${adviceFor(name, section)}; systemd ignores it`
            : `systemd knows no section [${section}] in a service`,
        });
      }
    }
  },
});

function adviceFor(name: string, section: string): string {
  const right = Object.entries(directives).find(([, known]) => known.has(name));
  if (right) return `${name} belongs into [${right[0]}], not into [${section}]`;
  const near = closest(name, [...directives[section]!]);
  return `systemd knows no ${name} in [${section}]${distance(name, near) <= 3 ? `; did you mean ${near}?` : ''}`;
}
