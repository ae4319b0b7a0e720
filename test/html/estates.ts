/** Estates to draw: made here, so that a page can be looked at again. */
export type Files = Readonly<Record<string, string>>;

/** The configuration that guides show, on its three servers. */
export function howTo(config: string): Files {
  const files: Record<string, string> = {};
  for (const name of ['pg-srv1', 'pg-srv2', 'pg-srv3']) files[`${name}/etc/consul.d/config.json`] = config;
  return files;
}

const datacenters = [
  { name: 'north', servers: 5, clients: 22, net: 1 },
  { name: 'south', servers: 3, clients: 20, net: 2 },
];

/** Fifty nodes in two datacenters; one list lacks a server, one client is cut off, one port is a string. */
export function twoDatacenters(): Files {
  const files: Record<string, string> = {};
  for (const { name, servers, clients, net } of datacenters) {
    const names = Array.from({ length: servers }, (_, i) => `${name}-srv${i + 1}`);
    const wan = datacenters.find((other) => other.name !== name)!.name;
    for (const [i, server] of names.entries()) {
      const lacking = server === 'north-srv4' ? 'north-srv2' : server;
      files[`${name}/${server}/etc/consul.d/10-server.hcl`] = `node_name = "${server}"
${common(name, `10.${net}.0.${i + 1}`)}server = true
bootstrap_expect = ${servers}
retry_join = [${names.filter((other) => other !== server && other !== lacking).map(quoted)}]
retry_join_wan = ["${wan}-srv1"]
`;
      files[`${name}/${server}/etc/consul.d/20-ports.hcl`] = `ports {
  grpc_tls = 8503
  https = ${server === 'south-srv2' ? '"8501"' : 8501}
}
log_level = "${i === 0 ? 'DEBUG' : 'INFO'}"
`;
    }
    for (let i = 1; i <= clients; i++) {
      const client = `${name}-app${String(i).padStart(2, '0')}`;
      const targets = i <= 2 ? names.slice(0, 1) : names;
      const alone = client === 'south-app20';
      files[`${name}/${client}/etc/consul.d/consul.json`] = `${JSON.stringify(
        {
          node_name: client,
          datacenter: name,
          data_dir: '/opt/consul',
          bind_addr: `10.${net}.1.${i}`,
          encrypt: key,
          retry_join: alone ? [client] : targets,
          services: [
            { name: 'web', port: 8080, checks: [{ http: 'http://127.0.0.1:8080/', interval: '10s' }] },
          ],
        },
        null,
        2,
      )}\n`;
    }
  }
  return files;
}

const key = 'Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE=';

const quoted = (text: string): string => ` "${text}"`;

const common = (datacenter: string, address: string): string => `datacenter = "${datacenter}"
primary_datacenter = "north"
data_dir = "/opt/consul"
bind_addr = "${address}"
encrypt = "${key}"
log_level = "WARN"
`;
