/**
 * Copies the files of each node to its host over ssh, and does there what the change takes: nothing, a reload, or a
 * restart, one host after the other, each when the cluster is healthy again. The hosts have Consul and accept root:
 *
 *     npx tsx examples/scripts/deploy.ts CLUSTER.yaml [NODE…]
 */
import { spawnSync } from 'node:child_process';
import { compare, type Files } from 'consul-cfg';
import { keepGenerated, loadManifest, type OutFile, tar } from 'consul-cfg/node';

/** Runs a command on a host. Tests put another `ssh` on the PATH. */
function ssh(host: string, command: string, input: Uint8Array | string = ''): string {
  const options = ['-o', 'BatchMode=yes', '-o', 'ConnectTimeout=10'];
  const { status, stdout, error } = spawnSync('ssh', [...options, `root@${host}`, command], {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${host}: ${command}\n  exits with ${status}`);
  return stdout;
}

const directory = 'etc/consul.d/';
const unit = 'etc/systemd/system/consul.service';

/** The agent's files that a host has: one line each, the name and the content in base64. */
function filesOn(host: string): Files {
  const print = 'if [ -f "$file" ]; then printf "%s %s\\n" "$file" "$(base64 -w0 "$file")"; fi';
  const lines = ssh(
    host,
    `cd / && for file in ${directory}*.json ${directory}*.hcl ${unit}; do ${print}; done`,
  );
  const entries = lines.split('\n').filter((line) => line !== '');
  return Object.fromEntries(
    entries.map((line) => line.split(' ')).map(([name = '', text = '']) => [name, decoded(text)]),
  );
}

const decoded = (text: string): string => Buffer.from(text, 'base64').toString('utf8');

const configOf = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith(directory)));

function filesOf(files: readonly OutFile[], node: string): Files {
  const own = files.filter(
    ({ path }) => path.startsWith(`${node}/${directory}`) || path === `${node}/${unit}`,
  );
  return Object.fromEntries(own.map(({ path, content }) => [path.slice(node.length + 1), content]));
}

type Work = 'install' | 'nothing' | 'reload' | 'restart' | 'decide';

function workOf(before: Files, after: Files): Work {
  if (Object.keys(configOf(before)).length === 0) return 'install';
  const { effort, changes } = compare(configOf(before), configOf(after));
  if (effort === 'never') {
    for (const { path, reason } of changes.filter((change) => change.effort === 'never'))
      console.error(`${path}: ${reason}`);
    return 'decide';
  }
  if (effort === 'restart' || effort === 'rolling' || before[unit] !== after[unit]) return 'restart';
  return effort === 'reload' ? 'reload' : 'nothing';
}

/** Of the whole cluster, whichever agent is asked. With ACLs it needs a token that may read operator. */
const healthy =
  'timeout 180 sh -c "until curl -fs http://127.0.0.1:8500/v1/operator/autopilot/health; do sleep 2; done"';

const commands: Readonly<Record<Exclude<Work, 'nothing' | 'decide'>, readonly string[]>> = {
  install: ['systemctl enable --now --no-block consul'],
  reload: ['systemctl reload consul'],
  restart: ['systemctl restart --no-block consul', 'sleep 15', healthy],
};

const prepare =
  'systemd-sysusers consul.conf && systemd-tmpfiles --create consul.conf && systemctl daemon-reload';

function deploy(files: readonly OutFile[], node: string): void {
  const before = filesOn(node);
  // What others put next to our files stays there, and the agent reads it too.
  const after = { ...before, ...filesOf(files, node) };
  const work = workOf(before, after);
  console.log(`${node}: ${work}`);
  if (work === 'decide') throw new Error(`${node}: a file alone does not make this change`);
  if (work === 'nothing') return;
  ssh(node, 'tar -C / -x --no-same-owner', tar(files, node));
  ssh(node, [prepare, ...commands[work]].join(' && '));
}

const [manifest = 'cluster.yaml', ...only] = process.argv.slice(2);
const loaded = await loadManifest(manifest);
keepGenerated(loaded);
try {
  for (const node of only.length > 0 ? only : loaded.nodes) deploy(loaded.files, node);
} catch (error) {
  // The hosts after it stay as they are.
  console.error((error as Error).message);
  process.exitCode = 1;
}
