/** Proof that a part of the runbook reached every server. */
import type { Cluster } from './cluster/cluster.ts';

/** Runs a part of the runbook, and makes sure that every server shows something else afterwards. */
export async function changing(cluster: Cluster, show: string, change: () => Promise<void>): Promise<void> {
  const { lab } = cluster;
  const servers = cluster.nodes().filter(({ server }) => server);
  const shown = (): Promise<string[]> => Promise.all(servers.map(({ name }) => lab.run(name, show)));
  const before = await shown();
  await change();
  const after = await shown();
  const same = servers.filter((_, index) => before[index] === after[index]);
  if (same.length > 0) throw new Error(`unchanged: ${same.map(({ name }) => name).join(', ')}`);
}

/** What shows that an agent is another process. */
export const PROCESS = 'systemctl show -p ExecMainStartTimestampMonotonic consul';
