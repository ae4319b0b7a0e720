import { dirname } from 'node:path';
import { groupBy } from '../../util/collections.ts';
import { rule } from '../rule.ts';

export const inSubdirectory = rule({
  id: 'files/in-subdirectory',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'warning',
    info: 'where no unit in sight shows which directories the agent reads',
  },
  options: [],
  runWhenUnset: true,
  docs: {
    summary: 'Files in a subdirectory of the configuration directory are not read.',
    rationale:
      'An agent reads the files of a directory and silently passes over its subdirectories: services and options in ' +
      '/etc/consul.d/conf.d are as if they were not there. Several -config-dir are allowed, in the order in which they ' +
      'are given.',
    bad: {
      'srv1/etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'srv1/etc/consul.d/conf.d/web.hcl': 'service {\n  name = "web"\n  port = 80\n}\n',
      'srv1/etc/systemd/system/consul.service': service(''),
    },
    good: {
      'srv1/etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'srv1/etc/consul.d/conf.d/web.hcl': 'service {\n  name = "web"\n  port = 80\n}\n',
      'srv1/etc/systemd/system/consul.service': service(' -config-dir=/etc/consul.d/conf.d'),
    },
  },
  run({ below = [], unit }, report) {
    for (const [directory, files] of groupBy(below, ({ source }) => dirname(source.file))) {
      const [first] = files;
      const what = files.length === 1 ? 'this file has' : `its ${files.length} files of configuration have`;
      report({
        at: first!.source.span(0, 0),
        ...(!unit && { severity: 'info' }),
        message:
          `${directory} is a subdirectory of the configuration, and an agent reads none: ${what} no effect` +
          `${unit ? '' : ', unless the agent is started with that directory too'}; move the files up, or add -config-dir`,
      });
    }
  },
});

function service(more: string): string {
  return `[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d${more}\n`;
}
