import { quote } from '../message.ts';
import { rule } from '../rule.ts';

export const storageDataDirOnDisk = rule({
  scope: 'agent',
  source: 'consul',
  id: 'storage/data-dir-on-disk',
  severity: 'error',
  options: ['data_dir'],
  docs: {
    summary: 'data_dir is not a directory that the agent can use.',
    rationale:
      'The agent accepts a directory, or a path where nothing is yet. It refuses a file, a path below a ' +
      'file, a path with a NUL character and, on a server, a directory with the data of Consul 0.5 ' +
      '(`mdb`). Files are checked with --on-host only.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n',
      machine: 'addresses: 10.0.0.11\n',
      '/var/lib/consul': 'a file\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n',
      machine: 'addresses: 10.0.0.11\n',
      '/var/lib/consul/node-id': '',
    },
  },
  run: ({ config, host, server }, report) => {
    const path = 'data_dir';
    const directory = config.string(path) ?? '';
    if (directory.includes('\0')) {
      report({
        path,
        message: `${path} has a NUL character, which a path cannot have, and the agent refuses it; remove the character`,
      });
      return;
    }
    if (!host.files || directory === '') return;
    const kind = host.files.stat(directory);
    if (kind !== 'directory' && kind !== 'missing')
      report({
        path,
        message: `${path} ${quote(directory)} is not a directory, and the agent refuses to start; write the path of a directory, or of one that does not exist yet`,
      });
    if (!server || kind !== 'directory') return;
    const old = host.files.stat(`${directory}/mdb`);
    if (old !== 'missing')
      report({
        path,
        message: `${quote(directory)} holds data of Consul 0.5 or older (mdb), and a server refuses to start on it; migrate the data or choose another directory`,
      });
  },
});
