/** Two of three servers are lost with their disks, and the runbook makes a cluster of the one that is left. */
import type { Cluster } from './cluster/cluster.ts';
import { word } from './cluster/setup.ts';
import type { Drill } from './drill.ts';
import { sleep } from './lab/shell.ts';

async function loseQuorum(cluster: Cluster, left: string): Promise<void> {
  const { lab, sampler } = cluster;
  const servers = cluster.nodes().filter(({ server }) => server);
  const lost = servers.filter(({ name }) => name !== left);
  sampler.note(`all servers but ${left} are dead`);
  await Promise.all(lost.map(({ name }) => lab.destroyHost(name)));
  await sleep(30);
  for (const { name } of lost) await lab.boot(name);
  const databases = lost.filter(({ database }) => database).map(word);
  await cluster.runbook().run([/quorum lost/i], {
    variables: { left: word(servers.find(({ name }) => name === left)!) },
    after: `for node in ${databases.join(' ')}; do
      bring_patroni "$node" && on "$node" "systemctl daemon-reload && systemctl enable --now $patroni_unit"
    done`,
  });
}

export const quorumLost: Drill = {
  id: 'quorum-lost',
  title: 'All servers but one are lost with their disks; after 30 s the part "Quorum lost" of the runbook',
  planned: false,
  run: (cluster, { primary, other }) =>
    loseQuorum(cluster, cluster.setup.layout === 'colocated' ? primary : other),
};
