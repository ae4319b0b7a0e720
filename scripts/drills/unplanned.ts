/** Drills of what happens by itself. */
import type { Cluster } from './cluster/cluster.ts';
import { cut, type Drill, killAgent, LOOP_WAIT, type Roles, stopAgent } from './drill.ts';
import { sleep } from './lab/shell.ts';
import { quorumLost } from './quorum-lost.ts';

/** Shuts down the host of the primary, and starts it when it has been off for 20 s. */
async function shutDown({ lab, sampler }: Cluster, { primary }: Roles): Promise<void> {
  sampler.note(`shut ${primary} down`);
  await lab.run(primary, 'systemctl poweroff');
  await lab.off(primary, 120);
  sampler.note(`${primary} is off`);
  await sleep(20);
  sampler.note(`start ${primary}`);
  await lab.boot(primary);
}

/** Patroni's ttl in the rendered configuration: when a primary is cut off, its key is gone after it. */
const TTL = 30;

/** A shutdown of the primary, and an election of Consul's leader where that was on the same host. */
const [SHUTDOWN, ELECTION] = [3, 3];

export const unplanned: readonly Drill[] = [
  {
    id: 'agent-stopped',
    title: "SIGTERM to the agent on the primary's host, which is down for 30 s",
    planned: false,
    goal: 0,
    leaderAtPrimary: true,
    run: (cluster, { primary }) => stopAgent(cluster, primary, 30),
  },
  {
    id: 'agent-killed',
    title: "SIGKILL to the agent on the primary's host; systemd restarts it",
    planned: false,
    goal: 0,
    leaderAtPrimary: true,
    run: (cluster, { primary }) => killAgent(cluster, primary),
  },
  {
    id: 'agent-down-45',
    title: "The agent on the primary's host is down for 45 s",
    planned: false,
    goal: 0,
    leaderAtPrimary: true,
    run: (cluster, { primary }) => stopAgent(cluster, primary, 45),
  },
  {
    id: 'leader-stopped',
    title: "SIGTERM to Consul's leader, on another host, which is down for 30 s",
    planned: false,
    goal: 0,
    run: (cluster, { leader }) => stopAgent(cluster, leader, 30),
  },
  {
    id: 'leader-killed',
    title: "SIGKILL to Consul's leader, on another host; systemd restarts it",
    planned: false,
    goal: 0,
    run: (cluster, { leader }) => killAgent(cluster, leader),
  },
  {
    id: 'server-stopped',
    title: 'SIGTERM to another server, which is down for 30 s',
    planned: false,
    goal: 0,
    run: (cluster, { other }) => stopAgent(cluster, other, 30),
  },
  {
    id: 'server-killed',
    title: 'SIGKILL to another server; systemd restarts it',
    planned: false,
    goal: 0,
    run: (cluster, { other }) => killAgent(cluster, other),
  },
  {
    id: 'primary-cut-off',
    title: "The primary's host is cut off for 45 s",
    planned: false,
    goal: TTL + 3,
    leaderAtPrimary: true,
    run: (cluster, { primary }) => cut(cluster, primary, 45),
  },
  {
    id: 'leader-cut-off',
    title: "The host of Consul's leader, another one, is cut off for 45 s",
    planned: false,
    goal: 0,
    run: (cluster, { leader }) => cut(cluster, leader, 45),
  },
  {
    id: 'loss-12',
    title: "The primary's host is cut off for 12 s",
    planned: false,
    goal: 13,
    leaderAtPrimary: true,
    run: (cluster, { primary }) => cut(cluster, primary, 12),
  },
  {
    id: 'host-shutdown',
    title: "The primary's host is shut down (`systemctl poweroff`) and started again",
    planned: false,
    goal: SHUTDOWN + ELECTION,
    leaderAtPrimary: true,
    prepare: (cluster) => cluster.afterFailsafe(),
    run: shutDown,
  },
  {
    id: 'shutdown-after-failsafe',
    title: 'The same within 30 s after an outage of Consul during which failsafe_mode kept the primary',
    planned: false,
    goal: TTL + LOOP_WAIT,
    prepare: async (cluster, { primary }) => {
      await stopAgent(cluster, primary, 15);
      await cluster.healthy(120);
    },
    run: shutDown,
  },
  quorumLost,
];
