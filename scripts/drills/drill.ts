/** What a drill is. */
import type { Cluster } from './cluster/cluster.ts';
import { sleep, until } from './lab/shell.ts';

/** Which hosts a run is about. */
export interface Roles {
  /** The host of the primary. */
  readonly primary: string;
  /** Consul's leader. */
  readonly leader: string;
  /** A server that is neither. */
  readonly other: string;
}

export interface Drill {
  readonly id: string;
  /** What happens, as a row of the table says it. */
  readonly title: string;
  /** Whether people do it on purpose: then no client should notice. */
  readonly planned: boolean;
  /**
   * The most seconds without a writer: 3 for what people do on purpose, 0 where the primary's host is not touched, and
   * otherwise what Patroni's ttl promises. Without one, it is the time that people take.
   */
  readonly goal?: number;
  /** Whether Consul's leader is put on the host of the primary in every second run; otherwise it never is there. */
  readonly leaderAtPrimary?: boolean;
  /** Whether the cluster is another one afterwards, so that the next run starts with a new one. */
  readonly changesCluster?: boolean;
  /** Whether it starts with the release to upgrade from. */
  readonly startsOld?: boolean;
  /** Whether it needs the binary of an etcd. */
  readonly needsEtcd?: boolean;
  /** What comes before the measurement. */
  readonly prepare?: (cluster: Cluster, roles: Roles) => Promise<void>;
  readonly run: (cluster: Cluster, roles: Roles) => Promise<void>;
}

const servers = (cluster: Cluster): string[] =>
  cluster
    .nodes()
    .filter(({ server }) => server)
    .map(({ name }) => name);

/** Makes a server Consul's leader. */
async function lead(cluster: Cluster, server: string): Promise<void> {
  const leader = await cluster.leader();
  if (leader === server) return;
  const id = await cluster.lab.run(server, 'cat /var/lib/consul/node-id');
  await until(`${server} leads`, 90, async () => {
    await cluster.lab.attempt(leader, `consul operator raft transfer-leader -id=${id.trim()}`);
    await sleep(2);
    return (await cluster.leader().catch(() => '')) === server;
  });
}

/** Puts Consul's leader where the run wants it, and tells the hosts apart. */
export async function castRoles(cluster: Cluster, drill: Drill, round: number): Promise<Roles> {
  const primary = cluster.primary();
  const wanted = servers(cluster).filter((server) => server !== primary);
  const together = drill.leaderAtPrimary && round % 2 === 0 && servers(cluster).includes(primary);
  if (together) await lead(cluster, primary);
  else if (!wanted.includes(await cluster.leader())) await lead(cluster, wanted[0]!);
  const leader = await cluster.leader();
  return { primary, leader, other: wanted.find((server) => server !== leader)! };
}

/** Stops the agent of a host, and starts it again after some seconds. */
export async function stopAgent(cluster: Cluster, host: string, seconds: number): Promise<void> {
  cluster.sampler.note(`stop the agent of ${host}`);
  await cluster.lab.run(host, 'systemctl stop consul');
  await sleep(seconds);
  cluster.sampler.note(`start the agent of ${host}`);
  await cluster.lab.run(host, 'systemctl start --no-block consul');
}

export const LOOP_WAIT = 10;
const RETRY_TIMEOUT = 10;

/** Kills the agent of a host; systemd restarts it. Patroni gives up after loop_wait + retry_timeout at the latest. */
export async function killAgent(cluster: Cluster, host: string): Promise<void> {
  cluster.sampler.note(`kill the agent of ${host}`);
  await cluster.lab.run(host, 'systemctl kill -s KILL consul');
  await sleep(LOOP_WAIT + RETRY_TIMEOUT);
}

/** Pulls the cable of a host for some seconds. */
export async function cut(cluster: Cluster, host: string, seconds: number): Promise<void> {
  cluster.sampler.reach(host, 'cut off');
  await cluster.lab.link(host, 'down');
  await sleep(seconds);
  cluster.sampler.reach(host, 'connected');
  await cluster.lab.link(host, 'up');
}
