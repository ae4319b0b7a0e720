import { posix } from 'node:path';
import { belongingOf } from '../../options/belonging.ts';
import { absolutePath } from '../../subjects/machine/machine.ts';
import type { FileFacts } from '../../subjects/subjects.ts';
import {
  type Account,
  accountOf,
  canCreateIn,
  isMadeBeforeStart,
  mayPrepare,
} from '../../subjects/unit/account.ts';
import { placeFor } from '../../subjects/unit/created-files.ts';
import type { Unit } from '../../subjects/unit/unit.ts';
import { rule } from '../rule.ts';

export const logFileDir = rule({
  id: 'log/file-directory',
  scope: 'node',
  source: 'host',
  severity: {
    default: 'error',
    warning:
      'where the log file itself is there and belongs to the account, so that only rotating fails, and where a command before ' +
      'the start may prepare the directory',
  },
  supersedes: ['unit/file-in-system-directory'],
  options: ['log_file'],
  docs: {
    summary: 'The directory of log_file does not exist, or the account of the agent cannot write to it.',
    rationale:
      'The agent creates the file but not its directory, and exits when it cannot open the file. A path that ends with a ' +
      'slash is a directory, any other is the file. `consul validate` checks neither. In a directory that it may not write the ' +
      'agent appends to a file of its own until the first rotation, cannot rename it then, and writes nothing more, not even ' +
      'after a restart (1.16, 1.20 and 1.23). Checked with --on-host only.',
    bad: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\nlog_file = "/var/log/consul/"\n',
      machine: 'addresses: 10.0.0.11\n',
    },
    good: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\nlog_file = "/var/log/consul/"\n',
      machine: 'addresses: 10.0.0.11\n',
      '/var/log/consul/consul.log': '',
    },
  },
  run({ config, machine, unit, facts }, report) {
    const text = config.string('log_file');
    const path = absolutePath(text);
    if (!machine || path === undefined) return;
    const directory = path.endsWith('/') ? path.slice(0, -1) || '/' : posix.dirname(path);
    if (isMadeBeforeStart(unit, directory)) return;
    const account = accountOf(unit);
    const found = machine.files.stat(directory);
    const isWritable = mayWrite(account, facts(directory));
    let fault: readonly [why: string, advice: string] | undefined;
    let ends = refuses;
    if (found === 'missing') fault = [`${directory} does not exist`, 'create it'];
    else if (found === 'file') fault = [`${directory} is a file`, 'write the path of a directory'];
    else if (!path.endsWith('/') && machine.files.stat(path) === 'directory')
      fault = [`${path} is a directory, but log_file without a slash at the end is a file`, `write ${path}/`];
    else if (!isWritable) {
      fault = [`${account!.user} cannot write to ${directory}`, adviceFor(directory, account!)];
      const file = path.endsWith('/') ? `${directory}/consul.log` : path;
      if (machine.files.stat(file) === 'file' && facts(file).owner?.user === account!.user) ends = stops;
    }
    if (fault === undefined) return;
    const isOpen = mayBePrepared(unit, found === 'missing' || !isWritable);
    report({
      at: config.at('log_file'),
      path: 'log_file',
      ...((ends === stops || isOpen) && { severity: 'warning' }),
      message: `${fault[0]}: ${isOpen ? unprepared : ''}${ends}; ${fault[1]}`,
    });
  },
});

const mayWrite = (account: Account | undefined, facts: FileFacts): boolean =>
  account === undefined || facts.mode === undefined || canCreateIn(account, facts);

/** What a command before the start does is not known; the type of a path it hardly changes. */
const mayBePrepared = (unit: Unit | undefined, isPreparable: boolean): boolean =>
  unit !== undefined && isPreparable && mayPrepare(unit);

const adviceFor = (directory: string, { user, group }: Account): string =>
  belongingOf(directory) === 'consul'
    ? `chown ${user}:${group} ${directory}`
    : `that directory may not be for Consul alone, so write ${placeFor.log}`;

const unprepared = 'unless a command before the start prepares it, ';
const refuses =
  'the agent cannot open its log there and refuses to start, although `consul validate` accepts it';
const stops =
  'the agent cannot rotate its log there, and writes nothing more to it once log_rotate_duration (24h by default) is over';
