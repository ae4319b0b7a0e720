/** A repository such as people have: nodes with fragments, a unit, and JSON and HCL that is none of Consul's. */
export const clean: Readonly<Record<string, string>> = {
  ...node('pg-srv1', '10.0.0.1', ['pg-srv2', 'pg-srv3']),
  ...node('pg-srv2', '10.0.0.2', ['pg-srv1', 'pg-srv3']),
  ...node('pg-srv3', '10.0.0.3', ['pg-srv1', 'pg-srv2']),
  'package.json': '{ "name": "estate", "server": "yes", "ports": [1] }\n',
  'src/data.json': '[1, 2, 3]\n',
  'deploy/web.nomad.hcl': 'job "web" {\n  datacenters = ["dc1"]\n}\n',
  'infra/main.hcl': 'resource "aws_instance" "a" {\n  ami = "x"\n}\n',
};

/** Faults of one file each, and of the cluster only. */
export const broken: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a key that no agent knows': {
    'nodes/pg-srv1/etc/consul.d/20-join.hcl': 'retry_jion = ["pg-srv2", "pg-srv3"]\n',
  },
  'a fragment of the wrong type': {
    'nodes/pg-srv2/etc/consul.d/30-ports.json': '{\n  "ports": {\n    "https": "8501"\n  }\n}\n',
  },
};

export const mismatched: Readonly<Record<string, string>> = {
  'nodes/pg-srv3/etc/consul.d/20-join.hcl': 'retry_join = ["pg-srv1", "pg-srv9"]\n',
};

export const untidy: Readonly<Record<string, string>> = {
  'nodes/pg-srv1/etc/consul.d/20-join.hcl': 'retry_join=["pg-srv2","pg-srv3"]   # the others\n',
};

function node(name: string, address: string, join: readonly string[]): Record<string, string> {
  const directory = `nodes/${name}/etc/consul.d`;
  return {
    [`${directory}/10-server.json`]: `${JSON.stringify(
      {
        node_name: name,
        datacenter: 'dc1',
        data_dir: '/opt/consul',
        bind_addr: address,
        server: true,
        bootstrap_expect: 3,
      },
      null,
      2,
    )}\n`,
    [`${directory}/20-join.hcl`]: `retry_join = [${join.map((other) => `"${other}"`).join(', ')}]\n`,
    [`${directory}/30-ports.json`]: '{\n  "ports": {\n    "http": 8500\n  }\n}\n',
    [`nodes/${name}/etc/systemd/system/consul.service`]: `[Unit]
Description=Consul
Wants=network-online.target
After=network-online.target

[Service]
ExecStart=/usr/local/bin/consul agent -config-dir=/etc/consul.d
`,
  };
}
