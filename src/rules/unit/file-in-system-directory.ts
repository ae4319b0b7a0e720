import { posix } from 'node:path';
import { absolutePath } from '../../subjects/machine/machine.ts';
import { accountOf, isMadeBySystemd } from '../../subjects/unit/account.ts';
import type { Unit } from '../../subjects/unit/unit.ts';
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

interface Written {
  readonly path: string;
  readonly what: string;
  readonly instead: string;
}

const options: readonly Written[] = [
  {
    path: 'log_file',
    what: 'the log file is there and belongs to that account, the agent refuses to start, and in no case it rotates the log',
    instead: 'log_file = "/var/log/consul/" and LogsDirectory=consul in the unit',
  },
  {
    path: 'pid_file',
    what: 'the pid file is there and belongs to that account, the agent refuses to start',
    instead: 'pid_file = "/run/consul/consul.pid" and RuntimeDirectory=consul in the unit',
  },
];

export const fileInSystemDirectory = rule({
  id: 'unit/file-in-system-directory',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: options.map(({ path }) => path),
  docs: {
    summary: 'The log or pid file is directly in a directory of root, and the unit runs as another account.',
    rationale:
      'Directories such as /var/log and /run belong to root. An agent of another account cannot create files in them, and ' +
      'exits ("Could not open pid file", agent/agent.go; hashicorp/consul#7447 for the log). Systemd makes directories for ' +
      'the account with LogsDirectory= and RuntimeDirectory=.',
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
    for (const { path, what, instead } of options) {
      const file = absolutePath(node.config.string(path));
      if (file === undefined) continue;
      const directory = file.endsWith('/') ? file.slice(0, -1) || '/' : posix.dirname(file);
      if (!ofRoot.has(directory) || isMadeBySystemd(unit, directory)) continue;
      report({
        at: node.config.at(path),
        path,
        message:
          `${directory} belongs to root, and the unit runs the agent as ${account.user}, which cannot create files there: ` +
          `unless ${what}; write ${instead}`,
        related: [{ at: account.at, message: 'the account is set here' }],
      });
    }
  },
});

/** A command before the start may create the file, and a capability may ignore permissions. */
const mayPrepare = (unit: Unit): boolean =>
  unit.all('Service', 'ExecStartPre').length > 0 ||
  unit.all('Service', 'AmbientCapabilities').some(({ value }) => /DAC_OVERRIDE/.test(value));
