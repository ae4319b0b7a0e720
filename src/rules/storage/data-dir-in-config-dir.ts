import { posix } from 'node:path';
import { isAtLeast } from '../../options/releases/versions.ts';
import { configDirectoryHolds } from '../../subjects/agent/config-directory.ts';
import { isServer } from '../../subjects/agent/predicates.ts';
import type { Node } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';

export const dataDirInConfigDir = rule({
  id: 'storage/data-dir-in-config-dir',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'warning',
    error: 'on a server that reads that very directory (-config-dir): it does not start a second time',
  },
  options: ['data_dir'],
  docs: {
    summary: 'The agent keeps its data in the directory that it reads configuration from.',
    rationale:
      'The agent must be able to write its data, so it can write its own configuration too; and a file of the data ' +
      'that ends in .json is loaded as configuration. A server with -config-dir and data_dir at one directory started once, ' +
      'and then refused: "failed to parse server_metadata.json: invalid config key last_seen_unix" (1.16, 1.20 and 1.23). ' +
      '/etc/consul.d is the configuration directory wherever the file lies that is linted.',
    bad: { 'etc/consul.d/consul.hcl': 'data_dir = "/etc/consul.d/data"\n' },
    good: { 'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n' },
  },
  run(node, report) {
    const { config, files } = node;
    const directory = config.string('data_dir') ?? '';
    // Of a manifest manifest/host-path reports it.
    const isUsual = !node.isFromManifest && isBelow(directory, usual);
    if (!isUsual && !configDirectoryHolds(directory, files)) return;
    // Servers write server_metadata.json since 1.15.3.
    const isRead = isServer(node) && isAtLeast(node.version, '1.15.3') && readsDirectory(node, directory);
    report({
      at: config.at('data_dir'),
      path: 'data_dir',
      ...(isRead && { severity: 'error' }),
      message: `data_dir ${directory} is in the configuration directory: ${
        isRead
          ? 'the server writes server_metadata.json there, loads it as configuration at the next start, and refuses to start'
          : 'the agent could overwrite its own configuration'
      }; write a separate directory such as /var/lib/consul`,
    });
  },
});

const usual = '/etc/consul.d';

const plain = (path: string): string => posix.normalize(`${path}/.`).replace(/(?<=.)\/$/, '');

const isBelow = (path: string, directory: string): boolean => `${plain(path)}/`.startsWith(`${directory}/`);

/** True where the unit gives the directory itself to the agent. */
const readsDirectory = ({ unit }: Node, directory: string): boolean =>
  (unit?.flags.configPaths ?? []).some(({ text }) => plain(text) === plain(directory));
