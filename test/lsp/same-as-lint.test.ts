/** Whatever kind of file is open, an editor shows what `lint` reports of it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pathOf } from '../../src/lsp/document.ts';
import { run } from '../support/run.ts';
import { opening } from './on-disk.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-lsp-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
}

const levels = ['', 'error', 'warning', 'info'];

/** `file:line:column level rule: message` of what an editor shows. */
async function shown(...opened: readonly string[]): Promise<string[]> {
  const session = await opening(cwd, opened);
  return session
    .diagnostics()
    .flatMap(({ uri, diagnostics }) =>
      diagnostics.map(
        ({ code, severity = 0, range: { start }, message }) =>
          `${relative(cwd, pathOf(uri))}:${start.line + 1}:${start.character + 1} ${levels[severity]} ${code}: ${message}`,
      ),
    )
    .sort();
}

async function reported(...paths: readonly string[]): Promise<string[]> {
  const { stdout } = await run(['lint', ...paths, '--format', 'json'], { cwd });
  const { findings } = JSON.parse(stdout) as {
    findings: {
      rule: string;
      severity: string;
      file: string;
      line: number;
      column: number;
      message: string;
    }[];
  };
  return findings
    .map(
      ({ file, line, column, severity, rule, message }) =>
        `${file}:${line}:${column} ${severity} ${rule}: ${message}`,
    )
    .sort();
}

const agent = 'data_dir = "/opt/consul"\nserver = true\nbootstrap_expect = 2\nretry_jion = ["10.0.0.2"]\n';

/** Each with a mistake that the rule named last reports. */
const kinds: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'consul-cfg.yaml',
    { 'consul-cfg.yaml': 'consul: "1.20"\nrules:\n  gossip/unencripted: off\n', 'a/consul.hcl': agent },
    'settings/invalid',
  ],
  [
    'etc/systemd/system/consul.service',
    {
      'etc/systemd/system/consul.service':
        '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d -bindaddr=10.0.0.1\n',
      'etc/consul.d/consul.hcl': agent,
    },
    'unit/flags',
  ],
  [
    'etc/systemd/system/consul.service.d/override.conf',
    {
      'etc/systemd/system/consul.service':
        '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
      'etc/systemd/system/consul.service.d/override.conf': '[Service]\nExecStop=/usr/bin/consul leave\n',
      'etc/consul.d/consul.hcl': agent,
    },
    'unit/leaves-on-stop',
  ],
  [
    'docker-compose.yml',
    {
      'docker-compose.yml':
        'services:\n  consul:\n    image: hashicorp/consul:1.20\n    command: agent -server -bootstrap-expect=2 -bindaddr=10.0.0.1 -config-dir=/consul/config\n    volumes:\n      - ./agent.json:/consul/config/agent.json\n',
      'agent.json': '{"retry_jion": ["10.0.0.2"]}\n',
    },
    'unit/flags',
  ],
  [
    'agent.json',
    {
      'docker-compose.yml':
        'services:\n  consul:\n    image: hashicorp/consul:1.20\n    command: agent -server -bootstrap-expect=2 -bindaddr=10.0.0.1 -config-dir=/consul/config\n    volumes:\n      - ./agent.json:/consul/config/agent.json\n',
      'agent.json': '{"retry_jion": ["10.0.0.2"]}\n',
    },
    'option/unknown',
  ],
  [
    'k8s/consul.yaml',
    {
      'k8s/consul.yaml':
        'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: consul }\nspec:\n  replicas: 2\n  serviceName: consul\n  template:\n    spec:\n      containers:\n        - name: consul\n          image: hashicorp/consul:1.20\n          args: [agent, -server, -bootstrap-expect=2, -bindaddr=0.0.0.0, -data-dir=/consul/data]\n',
    },
    'unit/flags',
  ],
  [
    'values.yaml',
    {
      'values.yaml':
        'global:\n  name: consul\nserver:\n  replicas: 2\n  bootstrapExpect: 2\n  extraConfig: |\n    {"retry_jion": ["10.0.0.2"]}\nconnectInject:\n  enabled: true\n',
    },
    'option/unknown',
  ],
  [
    'group_vars/consul.yml',
    {
      'group_vars/consul.yml':
        'consul_node_role: server\nconsul_bootstrap_expect: true\nconsul_config_custom:\n  retry_jion: ["10.0.0.2"]\n',
    },
    'option/unknown',
  ],
  [
    'install.sh',
    {
      'install.sh': `#!/bin/sh\ncat > /etc/consul.d/consul.hcl <<EOF\n${agent}EOF\nconsul agent -config-dir=/etc/consul.d\n`,
    },
    'option/unknown',
  ],
  [
    'Dockerfile',
    {
      Dockerfile:
        'FROM hashicorp/consul:1.20\nCMD ["agent", "-server", "-bindaddr=10.0.0.1", "-data-dir=/consul/data"]\n',
    },
    'unit/flags',
  ],
  [
    'templates/consul.hcl.j2',
    { 'templates/consul.hcl.j2': `${agent}node_name = "{{ inventory_hostname }}"\n` },
    'option/unknown',
  ],
  [
    'pg1/etc/patroni/patroni.yml',
    {
      'pg1/etc/patroni/patroni.yml':
        'scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8500\n  checks:\n    - serfHealth\n',
      'pg1/etc/consul.d/consul.hcl': agent,
    },
    'patroni/session-checks',
  ],
  [
    'cluster.yaml',
    { 'cluster.yaml': 'consul: "1.20"\nservers: [a, b]\nconfig:\n  retry_jion: ["10.0.0.2"]\n' },
    'option/unknown',
  ],
  ['consul.d/consul.hcl', { 'consul.d/consul.hcl': agent }, 'option/unknown'],
];

test.each(kinds)('%s', async (path, files, rule) => {
  write(files);
  const lines = await shown(path);
  const own = (all: readonly string[]): string[] => all.filter((line) => line.startsWith(`${path}:`));
  const whole = await reported('.');
  expect(own(lines).map((line) => line.replaceAll(`${cwd}/`, ''))).toEqual(own(whole));
  expect(own(lines).join('\n')).toContain(` ${rule}: `);
});

test('files of other programs are left alone, whatever their names', async () => {
  const foreign = {
    'cluster.yaml': 'apiVersion: cluster.x-k8s.io/v1beta1\nkind: Cluster\nmetadata: { name: a }\n',
    'compose.yaml': 'services:\n  web:\n    image: nginx\n',
    'nginx.service': '[Service]\nExecStart=/usr/sbin/nginx\n',
    'install.sh': '#!/bin/sh\necho consul is great\n',
    'main.tf': 'resource "x" "y" {}\n',
    'site.j2': 'server { listen 80; }\n',
    'package.json': '{"name": "x"}\n',
  };
  write(foreign);
  expect(await shown(...Object.keys(foreign))).toEqual([]);
});
