/** Hosts with systemd in namespaces of this machine, on one switch. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attempt, type Ended, type RunOptions, run, sleep, until } from './shell.ts';

const bootScript = fileURLToPath(new URL('host.sh', import.meta.url));
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface Lab {
  readonly directory: string;
  /** Programs of the administrator's machine: `ssh` reaches the hosts. */
  readonly bin: string;
  readonly addHost: (name: string, address: string) => Promise<void>;
  /** Starts a host that is off. */
  readonly boot: (name: string) => Promise<void>;
  /** Waits until a host that shuts down is off. */
  readonly off: (name: string, seconds: number) => Promise<void>;
  /** Cuts the power of a host and, so that the next boot finds an empty disk, forgets what it wrote. */
  readonly destroyHost: (name: string) => Promise<void>;
  readonly isUp: (name: string) => boolean;
  readonly attempt: (name: string, script: string, options?: RunOptions) => Promise<Ended>;
  readonly run: (name: string, script: string, options?: RunOptions) => Promise<string>;
  readonly link: (name: string, state: 'up' | 'down') => Promise<void>;
  /** The directory of this machine that is /run/postgresql on the host. */
  readonly share: (name: string) => string;
  readonly end: () => Promise<void>;
}

const sshShim = (directory: string): string => `#!/bin/bash
while [[ $1 == -* ]]; do case $1 in -[oLpiRlF]) shift 2 ;; *) shift ;; esac; done
host=\${1#*@}; shift
pid=$(cat "${directory}/pids/$host") && [ -d "/proc/$pid" ] || { echo "ssh: connect to host $host: No route to host" >&2; exit 255; }
exec nsenter -t "$pid" -a -- env -i HOME=/root USER=root TERM=dumb PATH=${PATH} bash -c "cd /root; $*"
`;

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '');

/** The process of systemd: the child of `unshare`, which is the process that we started. */
async function initProcess(pid: number): Promise<string> {
  const child = (): string => textOf(`/proc/${pid}/task/${pid}/children`).split(' ')[0]!;
  await until('process 1', 30, () => Promise.resolve(textOf(`/proc/${child()}/comm`) === 'systemd'));
  return child();
}

const labs = new Set<Lab>();

/** Ends what is left, wherever it is in its life. */
export async function endLabs(): Promise<void> {
  for (const lab of labs) await lab.end();
}

export async function newLab(): Promise<Lab> {
  const directory = mkdtempSync(join(tmpdir(), 'drills-'));
  const id = basename(directory).replace('drills-', '').toLowerCase();
  const bin = join(directory, 'bin');
  await run('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', directory]);
  for (const folder of ['bin', 'pids', 'cgroup']) mkdirSync(join(directory, folder));
  await run('mount', ['-t', 'cgroup2', 'cgroup', join(directory, 'cgroup')]);
  writeFileSync(join(bin, 'ssh'), sshShim(directory), { mode: 0o755 });
  const network = (name: string): string => `drills-${id}-${name}`;
  const ip = (args: string): Promise<string> => run('ip', args.split(' '));
  await ip(`netns add ${network('switch')}`);
  await ip(`-n ${network('switch')} link add switch type bridge`);
  await ip(`-n ${network('switch')} link set switch up`);

  const hosts = new Map<string, { readonly address: string; readonly port: string }>();
  const pidFile = (name: string): string => join(directory, 'pids', name);
  const pidOf = (name: string): string => readFileSync(pidFile(name), 'utf8');
  const isUp = (name: string): boolean => existsSync(pidFile(name)) && existsSync(`/proc/${pidOf(name)}`);

  const onHost: Lab['attempt'] = (name, script, options) =>
    attempt(join(bin, 'ssh'), [`root@${name}`, script], options);

  const boot: Lab['boot'] = async (name) => {
    const address = hosts.get(name)!.address;
    mkdirSync(join(directory, name), { recursive: true });
    const names = [...hosts].map(([host, one]) => `${one.address} ${host}\n`).join('');
    writeFileSync(join(directory, name, 'hosts'), `127.0.0.1 localhost\n${names}`);
    const child = spawn('bash', [bootScript, directory, name, network(name)], { stdio: 'ignore' });
    const pid = await initProcess(child.pid!);
    for (const alias of [name, address]) writeFileSync(pidFile(alias), pid);
    let state = '';
    const up = until(`${name} is up`, 60, async () => {
      state = (
        await onHost(name, 'systemctl is-system-running; systemctl list-jobs --no-pager', { timeout: 10_000 })
      ).output;
      return /^(running|degraded)$/m.test(state);
    });
    await up.catch((error: Error) => Promise.reject(new Error(`${error.message}: ${state}`)));
  };

  const addHost: Lab['addHost'] = async (name, address) => {
    const port = `port${hosts.size}`;
    hosts.set(name, { address, port });
    const inside = network(name);
    await ip(`netns add ${inside}`);
    await ip(`-n ${network('switch')} link add ${port} type veth peer name eth0 netns ${inside}`);
    await ip(`-n ${network('switch')} link set ${port} master switch up`);
    await ip(`-n ${inside} addr add ${address}/24 dev eth0`);
    await ip(`-n ${inside} link set eth0 up`);
    await ip(`-n ${inside} link set lo up`);
    await boot(name);
  };

  const off: Lab['off'] = (name, seconds) =>
    until(`${name} is off`, seconds, () => Promise.resolve(!isUp(name)));

  const destroyHost: Lab['destroyHost'] = async (name) => {
    if (isUp(name)) process.kill(Number(pidOf(name)), 'SIGKILL');
    await off(name, 20);
    rmSync(join(directory, name), { recursive: true, force: true });
  };

  const remove = async (): Promise<void> => {
    labs.delete(lab);
    for (const name of hosts.keys()) {
      if (isUp(name)) process.kill(Number(pidOf(name)), 'SIGKILL');
      await off(name, 20);
      await ip(`netns del ${network(name)}`);
    }
    await ip(`netns del ${network('switch')}`);
    await sleep(0.5);
    const group = join(directory, 'cgroup', basename(directory));
    await attempt('find', [group, '-depth', '-type', 'd', '-exec', 'rmdir', '{}', ';']);
    const parts = ['-depth', '-type', 'd', '-name', `${basename(directory)}-*`, '-exec', 'rmdir', '{}', ';'];
    await attempt('find', ['/sys/fs/cgroup/cpu', ...parts]);
    await attempt('umount', [join(directory, 'cgroup')]);
    await attempt('umount', ['-l', directory]);
    rmSync(directory, { recursive: true, force: true });
  };

  /** A signal and the end of the drill that it interrupts may both ask for it. */
  let removed: Promise<void> | undefined;
  const end: Lab['end'] = () => (removed ??= remove());

  const lab: Lab = {
    directory,
    bin,
    addHost,
    boot,
    off,
    destroyHost,
    isUp,
    attempt: onHost,
    run: async (name, script, options) => {
      const { status, output } = await onHost(name, script, options);
      if (status !== 0)
        throw new Error(`${name}: ${script.slice(0, 200)} exits with ${status}: ${output.slice(-2000)}`);
      return output;
    },
    link: async (name, state) => {
      await ip(`-n ${network('switch')} link set ${hosts.get(name)!.port} ${state}`);
    },
    share: (name) => join(directory, name, 'share'),
    end,
  };
  labs.add(lab);
  return lab;
}
