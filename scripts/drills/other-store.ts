/** Patroni runs on etcd, and is moved to Consul by the runbook. */
import type { Cluster } from './cluster/cluster.ts';
import type { Drill } from './drill.ts';
import { until } from './lab/shell.ts';

/** Takes Patroni from Consul to an etcd on the first server, as if it had always been there. */
async function moveToEtcd(cluster: Cluster): Promise<void> {
  const { lab, setup } = cluster;
  const first = cluster.nodes().find(({ server }) => server)!;
  const primary = cluster.primary();
  const databases = cluster
    .nodes()
    .filter(({ database }) => database)
    .toSorted((a, b) => Number(b.name === primary) - Number(a.name === primary));
  const client = `http://${first.address}:2379`;
  await lab.run(
    first.name,
    `systemd-run --unit=etcd ${setup.etcd} --data-dir /var/lib/etcd-drills --listen-client-urls ${client} --advertise-client-urls ${client}`,
  );
  for (const { name } of databases.toReversed()) await lab.run(name, 'systemctl stop patroni');
  await lab.run(first.name, 'consul kv delete -recurse service/');
  for (const { name } of databases) {
    await lab.run(name, `rm /etc/patroni/consul.yml && cat > /etc/patroni/etcd.yml`, {
      input: `etcd3: { hosts: "${first.address}:2379" }\n`,
    });
  }
  for (const { name } of databases) {
    await lab.run(name, 'systemctl start patroni');
    await until('a primary on etcd', 90, () => Promise.resolve(cluster.sampler.writable().length === 1));
  }
  await cluster.healthy(120);
}

export const fromOtherStore: Drill = {
  id: 'other-store',
  title: 'Patroni moves from etcd to this store',
  planned: true,
  goal: 3,
  needsEtcd: true,
  prepare: moveToEtcd,
  run: async (cluster) => {
    await cluster.runbook().run([/from another store/i]);
    const first = cluster.nodes().find(({ server }) => server)!;
    await cluster.lab.run(first.name, 'systemctl stop etcd && rm -r /var/lib/etcd-drills');
  },
};
