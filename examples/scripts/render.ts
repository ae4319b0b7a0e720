/**
 * Renders three servers and writes their files; with `--check` it writes nothing and fails where the directory is not as
 * rendered, which is what CI runs. The gossip key is in the variable GOSSIP_KEY:
 *
 *     npx tsx examples/scripts/render.ts [--check] [DIRECTORY]
 */
import { ConsulCfgError, cluster, generateGossipKey, renderCluster } from 'consul-cfg';
import { plan, write } from 'consul-cfg/node';

const store = (encrypt: string | undefined) =>
  cluster({
    consul: '1.20',
    datacenter: 'fra1',
    profile: 'production',
    servers: {
      srv1: { address: '10.0.0.1' },
      srv2: { address: '10.0.0.2' },
      srv3: { address: '10.0.0.3' },
    },
    config: { encrypt, ui_config: { enabled: true } },
  });

function check(directory: string): void {
  // The key is in files of its own, which are marked and not committed: for the others any key will do.
  const files = renderCluster(store(generateGossipKey()));
  const secrets = new Set(files.filter(({ secret }) => secret).map(({ path }) => path));
  const different = plan(files, directory).filter(({ kind, path }) => kind !== 'same' && !secrets.has(path));
  for (const { kind, path } of different) console.error(`${kind.padEnd(7)} ${path}`);
  if (different.length > 0) process.exitCode = 1;
  else console.log(`${directory} is as rendered`);
}

function render(directory: string): void {
  const { written, removed } = write(renderCluster(store(process.env.GOSSIP_KEY)), directory, {
    prune: true,
  });
  console.log(`${directory}: ${written} written, ${removed} removed`);
}

const words = process.argv.slice(2);
const [directory = 'rendered'] = words.filter((word) => word !== '--check');
try {
  if (words.includes('--check')) check(directory);
  else render(directory);
} catch (error) {
  // It names everything that is wrong. Another error is a bug, and keeps its stack.
  if (!(error instanceof ConsulCfgError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
