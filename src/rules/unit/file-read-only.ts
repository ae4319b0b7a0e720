import { belongingOf } from '../../options/belonging.ts';
import { type CreatedFile, createdFiles, placeFor } from '../../subjects/unit/created-files.ts';
import { readOnlyBy } from '../../subjects/unit/sandbox.ts';
import { addDirective } from '../../subjects/unit/service.ts';
import { rule } from '../rule.ts';

const names = { log: 'its log', pid: 'its pid file', socket: 'its socket' } as const;

export const fileReadOnly = rule({
  id: 'unit/file-read-only',
  scope: 'unit',
  source: 'unit',
  severity: 'error',
  options: ['log_file', 'pid_file', 'addresses'],
  fix: 'safe',
  docs: {
    summary: "The unit's sandbox keeps the agent from writing its log, pid file or socket.",
    rationale:
      'ProtectSystem=strict makes all file systems but /dev, /proc and /sys read-only for the service, /var/log and /run too. ' +
      'An agent that cannot open its log, pid file or socket exits ("Failed to setup logging", "Could not open pid file"; ' +
      '1.16, 1.20 and 1.23). LogsDirectory=, RuntimeDirectory= and ReadWritePaths= open what they name.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nlog_file = "/var/log/consul/"\n',
      'consul.service':
        '[Service]\nProtectSystem=strict\nStateDirectory=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nlog_file = "/var/log/consul/"\n',
      'consul.service':
        '[Service]\nProtectSystem=strict\nStateDirectory=consul\nLogsDirectory=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit, node }, report) {
    if (unit.flags.dev) return;
    for (const created of createdFiles(node)) {
      const { kind, path, at, directory } = created;
      const guard = readOnlyBy(directory, unit);
      if (!guard) continue;
      const keeps = `${guard.name}=${guard.value} keeps the agent from creating ${names[kind]} in ${directory}, and it exits`;
      const related = [{ at, message: `${path} is set here` }];
      const line = lineFor(created);
      report({
        at: guard.at,
        path,
        message: line
          ? `${keeps}; write ${line}`
          : `${keeps}; the directory is not for Consul alone, so it must not be opened: write ${placeFor[kind]}`,
        related,
        ...(line && { fix: { title: `Write ${line}`, safe: true, edits: [addDirective(unit, line)] } }),
      });
    }
  },
});

/** The directive that makes or opens a directory; undefined for one that is not for Consul alone. */
function lineFor({ directory }: CreatedFile): string | undefined {
  const [, base, name] = /^(\/var\/log|(?:\/var)?\/run|\/var\/lib)\/([^/]+)$/.exec(directory) ?? [];
  if (belongingOf(directory) !== 'consul') return undefined;
  if (base === '/var/log') return `LogsDirectory=${name}`;
  if (base === '/var/lib') return `StateDirectory=${name}`;
  return base ? `RuntimeDirectory=${name}` : `ReadWritePaths=${directory}`;
}
