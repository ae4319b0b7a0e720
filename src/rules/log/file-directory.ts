import { posix } from 'node:path';
import { belongingOf } from '../../options/belonging.ts';
import { absolutePath } from '../../subjects/machine/machine.ts';
import { accountOf, canCreateIn, isMadeBySystemd } from '../../subjects/unit/account.ts';
import { rule } from '../rule.ts';

export const logFileDir = rule({
  id: 'log/file-directory',
  scope: 'node',
  source: 'host',
  severity: 'error',
  supersedes: ['unit/file-in-system-directory'],
  options: ['log_file'],
  docs: {
    summary: 'The directory of log_file does not exist, or the account of the agent cannot write to it.',
    rationale:
      'The agent creates the file but not its directory, and exits when it cannot open the file. A path that ends with a ' +
      'slash is a directory, any other is the file. `consul validate` checks neither. Checked with --on-host only.',
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
    if (isMadeBySystemd(unit, directory)) return;
    const account = accountOf(unit);
    const found = machine.files.stat(directory);
    const { mode, owner } = facts(directory);
    let why: string | undefined;
    if (found === 'missing') why = `${directory} does not exist; create it`;
    else if (found === 'file') why = `${directory} is a file`;
    else if (!path.endsWith('/') && machine.files.stat(path) === 'directory')
      why = `${path} is a directory, but log_file without a slash at the end is a file; write ${path}/`;
    else if (
      account &&
      mode !== undefined &&
      !canCreateIn(account, { tracked: false, mode, ...(owner && { owner }) })
    )
      why = `${account.user} cannot write to ${directory}; ${
        belongingOf(directory) === 'shared'
          ? 'the directory is not for Consul alone, so write log_file = "/var/log/consul/" and LogsDirectory=consul in the unit'
          : 'chown it'
      }`;
    if (why === undefined) return;
    report({
      at: config.at('log_file'),
      path: 'log_file',
      message: `${why}: the agent cannot open its log there and refuses to start, although \`consul validate\` accepts it`,
    });
  },
});
