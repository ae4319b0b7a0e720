/** Consul runs with files that a person wrote, and is adopted by the runbook. */
import { changing, PROCESS } from './changing.ts';
import type { Cluster } from './cluster/cluster.ts';
import type { Node } from './cluster/setup.ts';
import type { Drill } from './drill.ts';

const UNIT = `[Unit]
Description=Consul
After=network-online.target

[Service]
ExecStart=/usr/local/bin/consul agent -config-dir=/etc/consul.d
ExecReload=/bin/kill -HUP $MAINPID
Restart=on-failure

[Install]
WantedBy=multi-user.target
`;

/** The least that an agent needs: every timeout and every setting of the first election is Consul's default. */
function written({ name, address, server }: Node, servers: readonly Node[], key: string): string {
  return JSON.stringify({
    node_name: name,
    bind_addr: address,
    data_dir: '/var/lib/consul',
    encrypt: key,
    retry_join: servers.map((one) => one.address),
    ...(server ? { server, bootstrap_expect: servers.length } : {}),
  });
}

/** Takes all agents from the rendered files to others, as if they had always been there. */
async function writeByHand(cluster: Cluster): Promise<void> {
  const { lab } = cluster;
  const servers = cluster.nodes().filter(({ server }) => server);
  const first = servers[0]!.name;
  const secrets = await lab.run(first, 'cat /etc/consul.d/10-secrets.json');
  const { encrypt } = JSON.parse(secrets) as { readonly encrypt: string };
  await lab.run(first, 'consul operator autopilot set-config -min-quorum=0');
  await Promise.all(
    cluster.nodes().map(async (node) => {
      await lab.run(node.name, 'systemctl stop consul && rm -r /etc/consul.d && mkdir /etc/consul.d');
      await lab.run(node.name, 'cat > /etc/consul.d/consul.json', {
        input: written(node, servers, encrypt),
      });
      await lab.run(node.name, 'cat > /etc/systemd/system/consul.service', { input: UNIT });
      await lab.run(node.name, 'systemctl daemon-reload && systemctl start consul');
    }),
  );
  await cluster.healthy(180);
}

export const adopt: Drill = {
  id: 'adopt',
  title: 'A cluster with files written by hand is adopted',
  planned: true,
  goal: 3,
  prepare: writeByHand,
  run: async (cluster) => {
    await changing(cluster, PROCESS, () => cluster.runbook().run([/adopt a running/i]));
    const first = cluster.nodes()[0]!.name;
    const autopilot = await cluster.lab.run(first, 'consul operator autopilot get-config');
    if (!/MinQuorum = 3/.test(autopilot)) throw new Error(`min_quorum is not 3: ${autopilot}`);
  },
};
