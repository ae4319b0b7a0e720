import { accountOf, isMadeBySystemd, mayPrepare } from '../../subjects/unit/account.ts';
import { type CreatedFile, createdFiles, placeFor } from '../../subjects/unit/created-files.ts';
import { readOnlyBy } from '../../subjects/unit/sandbox.ts';
import { rule } from '../rule.ts';

/** Directories of root in every distribution, in which only root creates files. */
const ofRoot: ReadonlySet<string> = new Set([
  '/',
  '/etc',
  '/opt',
  '/run',
  '/srv',
  '/usr/local',
  '/var',
  '/var/lib',
  '/var/log',
  '/var/run',
]);

/** What holds where such a file can be there before the start. */
const unless: Readonly<Record<CreatedFile['kind'], string>> = {
  log:
    'unless the log file is there and belongs to that account, the agent refuses to start, and once it is to be rotated ' +
    '(after log_rotate_duration, 24h by default) nothing more is written to it',
  pid: 'unless the pid file is there and belongs to that account, the agent refuses to start, and it cannot remove it when it stops',
  socket: 'the agent refuses to start',
};

export const fileInSystemDirectory = rule({
  id: 'unit/file-in-system-directory',
  scope: 'unit',
  source: 'unit',
  severity: { default: 'warning', info: 'in a directory below /run that nothing here makes' },
  options: ['log_file', 'pid_file', 'addresses'],
  docs: {
    summary: 'A log, pid file or socket is in a directory of root, and the unit runs as another account.',
    rationale:
      'Directories such as /var/log and /run belong to root. An agent of another account cannot create files there, and ' +
      'exits: "Failed to setup logging", "Could not open pid file", "listen unix …: permission denied". Where the log was ' +
      'made for that account beforehand, the agent closed it at the first rotation, could not rename it, and wrote nothing ' +
      'more to it, not even after a restart (1.16, 1.20 and 1.23). Systemd makes directories for the account with LogsDirectory= ' +
      'and RuntimeDirectory=; /run is empty after a boot, so without these a directory in it must come from tmpfiles.d.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nlog_file = "/var/log/consul.log"\n',
      'consul.service': '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nlog_file = "/var/log/consul/"\n',
      'consul.service':
        '[Service]\nUser=consul\nLogsDirectory=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit, node }, report) {
    const account = accountOf(unit);
    if (!account || mayPrepare(unit)) return;
    for (const { kind, path, at, directory } of createdFiles(node)) {
      const isOfRoot = ofRoot.has(directory);
      if (!(isOfRoot || isVolatile(directory)) || isMadeBySystemd(unit, directory)) continue;
      // Where the sandbox forbids it, unit/file-read-only reports it.
      if (readOnlyBy(directory, unit)) continue;
      report({
        at,
        path,
        ...(!isOfRoot && { severity: 'info' }),
        message: isOfRoot
          ? `${directory} belongs to root, and the unit runs the agent as ${account.user}, which cannot create files there: ${unless[kind]}; write ${placeFor[kind]}`
          : `${directory} is gone after each boot, and ${account.user} cannot make it: unless tmpfiles.d does, the agent refuses to start; write RuntimeDirectory=${directory.split('/').at(-1)} in the unit`,
        related: [{ at: account.at, message: 'the account is set here' }],
      });
    }
  },
});

/** A directory right below /run: what is deeper is that of another program, or of a login. */
const isVolatile = (directory: string): boolean => /^(?:\/var)?\/run\/[^/]+$/.test(directory);
