import { posix } from 'node:path';
import { stores } from '../../subjects/patroni/files.ts';
import { configPath } from '../../subjects/patroni/service.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';

export const unreadFile = rule({
  id: 'patroni/unread-file',
  scope: 'patroni',
  source: 'unit',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'The unit of Patroni starts it on one file, and its store is in another.',
    rationale:
      'Patroni reads the file that it is started on, or all files of a directory. The units of Debian start ' +
      '/etc/patroni/config.yml or one file for each cluster, so that a consul.yml next to it has no effect: a token ' +
      'there is not sent, and Consul answers 403.',
    bad: {
      'pg1/etc/patroni/config.yml': 'scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8500\n  checks: []\n',
      'pg1/etc/patroni/token.yml': 'consul:\n  token: 8b1e4c1c-6a3c-4d0a-9d6e-0a5a4f2f7d11\n',
      'pg1/etc/systemd/system/patroni.service': service('/etc/patroni/config.yml'),
    },
    good: {
      'pg1/etc/patroni/config.yml': 'scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8500\n  checks: []\n',
      'pg1/etc/patroni/token.yml': 'consul:\n  token: 8b1e4c1c-6a3c-4d0a-9d6e-0a5a4f2f7d11\n',
      'pg1/etc/systemd/system/patroni.service': service('/etc/patroni'),
    },
  },
  run({ instance: { unread, service: started } }, report) {
    const path = started && configPath(started);
    for (const config of path === undefined ? [] : unread) {
      const members = config.value?.members;
      const isWhole = members?.has('scope') || members?.has('postgresql');
      // Debian's tools copy dcs.yml into the configuration of each new cluster.
      if (!members || isWhole || posix.basename(config.path) === 'dcs.yml') continue;
      const section = stores.map((name) => members.get(name)).find((member) => member !== undefined);
      if (!section) continue;
      report({
        at: spanOf(section.key),
        message:
          `${started!.name} starts Patroni on ${path}, so that ${config.path} is not read and has no effect; move ` +
          `${section.name} into that file, or start Patroni on the directory: ExecStart=/usr/bin/patroni ${posix.dirname(config.path)}`,
      });
    }
  },
});

function service(path: string): string {
  return `[Unit]\nAfter=network.target consul.service\n\n[Service]\nUser=postgres\nExecStart=/usr/bin/patroni ${path}\n`;
}
