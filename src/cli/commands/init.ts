/** `init`: the first manifest, from a few answers or from the configuration of existing hosts. */
import { consulReleases } from '../../index.ts';
import { profileNames } from '../../schemas.ts';
import { visibleLine } from '../../util/visible.ts';
import type { Command } from '../command.ts';
import { type NewFlags, newCluster } from '../init/new-cluster.ts';
import { usageError } from '../io.ts';

interface Options extends NewFlags {
  readonly from?: readonly string[];
  readonly saveSecrets?: boolean;
}

export const command: Command<Options> = {
  arguments: '',
  description:
    'Asks a few questions on a terminal, or takes flags, and writes a commented cluster.yaml for `render`. With --from ' +
    'it reads the configuration of hosts (trees of nodes, /etc/consul.d of several hosts, units with flags) and writes ' +
    'the manifest that renders it back. Secrets are not copied: the manifest refers to them.',
  flags: [
    {
      flags: '--servers <names>',
      docs: 'the servers: a,b,c or a=10.0.0.1,b=10.0.0.2; nothing is asked then',
    },
    { flags: '--addresses <list>', docs: 'their addresses, in the same order' },
    { flags: '--clients <names>', docs: 'the clients, if any' },
    { flags: '--datacenter <name>', docs: 'name of the datacenter (default: dc1)' },
    {
      flags: '-c, --consul <version>',
      docs: 'the Consul release that the hosts run, such as 1.20 (with --from: what their units name)',
      values: [...consulReleases],
    },
    {
      flags: '--profile <names>',
      docs: `profiles: ${profileNames.join(', ')} or none (default: production)`,
      values: [...profileNames, 'none'],
    },
    { flags: '--config-format <format>', docs: 'format of the rendered files', choices: ['json', 'hcl'] },
    { flags: '--from <path...>', docs: 'import the configuration of hosts: paths as for lint' },
    {
      flags: '--save-secrets',
      docs: 'with --from: write the secrets into the files that the manifest names, 0600',
    },
    { flags: '-o, --out <file>', docs: 'where to write; - is standard output', default: 'cluster.yaml' },
    { flags: '--force', docs: 'overwrite the file' },
  ],
  examples: [
    { line: 'consul-cfg init', does: 'answer a few questions and get a cluster.yaml' },
    {
      line: 'consul-cfg init --servers srv1,srv2,srv3 --addresses 10.0.0.1,10.0.0.2,10.0.0.3 --consul 1.20',
      does: 'the same from flags',
    },
    {
      line: 'consul-cfg init --from backup/srv1 backup/srv2 backup/srv3 --consul 1.16',
      does: 'import hosts that were configured by hand',
    },
  ],
  run: async (_args, { from, ...options }, io) => {
    // Other commands know a manifest by its name.
    if (options.out !== '-' && !/\.ya?ml$/.test(options.out))
      throw usageError(
        `--out names the manifest, a file that ends in .yaml, not ${visibleLine(options.out)}`,
      );
    if (from === undefined) return newCluster(options, io);
    const { fromHosts } = await import('../init/from-hosts.ts');
    return fromHosts({ ...options, from }, io);
  },
};
