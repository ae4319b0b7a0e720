/** Drills of what people do on purpose, by the commands of the rendered runbook. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { adopt } from './adopt.ts';
import { changing, PROCESS } from './changing.ts';
import type { Cluster } from './cluster/cluster.ts';
import { type Node, nodesOf, word } from './cluster/setup.ts';
import { type Drill, stopAgent } from './drill.ts';
import { sleep } from './lab/shell.ts';
import { fromOtherStore } from './other-store.ts';

const CHANGE = /^\W*\d*\W*change$/i;

const nodeOf = (cluster: Cluster, name: string): Node => cluster.nodes().find((node) => node.name === name)!;

/** Makes another member the primary. */
async function switchOver(cluster: Cluster, primary: string): Promise<void> {
  const patronictl = `${cluster.setup.patroni}/patronictl -c /etc/patroni`;
  const candidate = cluster.nodes().find(({ name, database }) => database && name !== primary)!.name;
  await cluster.lab.run(
    primary,
    `${patronictl} switchover --force --leader ${primary} --candidate ${candidate} main`,
  );
  await cluster.healthy(120);
}

/** A server loses its disk for good; a machine of the same name and address takes its place. */
async function replace(cluster: Cluster, name: string): Promise<void> {
  const { lab, sampler } = cluster;
  const node = nodeOf(cluster, name);
  sampler.note(`${name} is dead`);
  await lab.destroyHost(name);
  await sleep(30);
  await lab.boot(name);
  const patroni =
    'bring_patroni "$node" && on "$node" "systemctl daemon-reload && systemctl enable --now $patroni_unit"';
  await cluster.runbook().run([/replace a dead/i], {
    variables: { node: word(node) },
    after: node.database ? patroni : '',
  });
}

/** Renders with the new key, as the part about it says: a server that is set up anew needs it. */
async function keepGossipKey({ directory, nodes, render, setup }: Cluster): Promise<void> {
  copyFileSync(join(directory, 'consul-gossip.key'), join(directory, 'secrets', 'gossip.key'));
  const runbook = await render(setup.release, setup.consul, nodes());
  await runbook.run([CHANGE]);
}

async function grow(cluster: Cluster): Promise<void> {
  const { lab, setup } = cluster;
  const nodes = nodesOf(setup.layout, 5);
  const added = nodes.filter(({ name }) => !cluster.nodes().some((node) => node.name === name));
  for (const { name, address } of added) await lab.addHost(name, address);
  const runbook = await cluster.render(setup.release, setup.consul, nodes);
  await runbook.run([/grow/i, CHANGE], { variables: { new: added.map(word).join('\n') } });
  const autopilot = await lab.run(nodes[0]!.name, 'consul operator autopilot get-config');
  if (!/MinQuorum = 5/.test(autopilot)) throw new Error(`min_quorum is not 5: ${autopilot}`);
}

export const planned: readonly Drill[] = [
  adopt,
  {
    id: 'rolling-restart',
    title: 'Rolling restart of all servers',
    planned: true,
    goal: 3,
    run: (cluster) => changing(cluster, PROCESS, () => cluster.runbook().run([/restart.*one by one/i])),
  },
  {
    id: 'rolling-upgrade',
    title: 'Rolling upgrade of all servers',
    planned: true,
    goal: 3,
    startsOld: true,
    run: async (cluster) => {
      const { release, consul } = cluster.setup;
      const runbook = await cluster.render(release, consul, cluster.nodes());
      await changing(
        cluster,
        '/usr/local/bin/consul version; readlink /proc/$(systemctl show -P MainPID consul)/exe',
        () => runbook.run([/upgrade/i]),
      );
    },
  },
  {
    id: 'grow',
    title: 'From three servers to five',
    planned: true,
    goal: 0,
    changesCluster: true,
    run: grow,
  },
  {
    id: 'replace',
    title: 'A server dies with its disk and is replaced after 30 s',
    planned: true,
    goal: 0,
    run: (cluster, { other }) => replace(cluster, other),
  },
  {
    id: 'gossip-key',
    title: 'A new gossip key',
    planned: true,
    goal: 0,
    run: async (cluster) => {
      await changing(cluster, 'cat /var/lib/consul/serf/local.keyring', () =>
        cluster.runbook().run([/gossip key/i]),
      );
      await keepGossipKey(cluster);
      await sleep(15);
    },
  },
  {
    id: 'restore',
    title: 'A snapshot from before a switchover is restored',
    planned: true,
    goal: 3,
    prepare: async (cluster, { primary }) => {
      await cluster.runbook().run([/^\W*\d*\W*back up/i]);
      await switchOver(cluster, primary);
    },
    run: (cluster) => cluster.runbook().run([/restore/i]),
  },
  {
    id: 'consul-maintenance',
    title: 'All servers are stopped for 30 s, with Patroni paused',
    planned: true,
    goal: 3,
    run: (cluster) => cluster.runbook().run([/maintenance of consul/i], { between: 30 }),
  },
  {
    id: 'host-maintenance',
    title: "The primary's host is restarted after a switchover",
    planned: true,
    goal: 3,
    prepare: async (cluster, { primary }) => {
      await stopAgent(cluster, primary, 15);
      await cluster.healthy(120);
    },
    run: async (cluster, { primary }) => {
      const { lab } = cluster;
      const restarted = lab.off(primary, 240).then(() => lab.boot(primary));
      const options = { variables: { node: word(nodeOf(cluster, primary)) }, between: 20 };
      await Promise.all([restarted, cluster.runbook().run([/maintenance of a host/i], options)]);
    },
  },
  fromOtherStore,
];
