import { configDirectoryHolds } from '../../subjects/agent/config-directory.ts';
import { rule } from '../rule.ts';

export const fileInConfigDir = rule({
  id: 'storage/file-in-config-dir',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['log_file', 'pid_file'],
  docs: {
    summary: 'The agent writes a file into the directory that it reads configuration from.',
    rationale:
      'The agent must be able to write to the directory of its log and of its pid file, so it can write its own ' +
      'configuration too; and rotated logs pile up where files are loaded from.',
    bad: { 'etc/consul.d/consul.hcl': 'log_file = "/etc/consul.d/log/consul.log"\n' },
    good: { 'etc/consul.d/consul.hcl': 'log_file = "/var/log/consul/consul.log"\n' },
  },
  run({ config, files }, report) {
    for (const path of ['log_file', 'pid_file'] as const) {
      const file = config.string(path) ?? '';
      if (!configDirectoryHolds(file, files)) continue;
      report({
        at: config.at(path),
        path,
        message: `${path} ${file} is in the configuration directory: whatever may write there could change the configuration; write a path in a separate directory such as ${usual[path]}`,
      });
    }
  },
});

const usual = { log_file: '/var/log/consul/consul.log', pid_file: '/run/consul/consul.pid' };
