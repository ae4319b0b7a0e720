/** What is a secret in one place of a run is hidden in all others: names of nodes, values of variables, other files. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/run.ts';

/** What a secret looks like: a gossip key, a token, a text of people's own, a word. */
const secrets = {
  key: 'pUqJrVyVRj5jsiYEkMtFQYfWyJIv4s3XkvDwy7Cu5s0=',
  token: '11f1b2a2-22e2-33a3-44b4-5555c5d55555',
  text: 'Hunter2HunterZz',
  word: 'correcthorsebattery',
} as const;

type Files = Readonly<Record<string, string>>;

/** `S` stands for the secret. */
const trees: Readonly<Record<string, Files>> = {
  'names of one file': {
    'a.hcl':
      'node_name = "S"\ndatacenter = "S"\nserver = true\nacl { tokens { agent = "S" } }\nretry_join = ["S"]\ndata_dir = "S"\nzz = "S"\nservices { name = "S" port = 1 check { id = "S" http = "x" } }\n',
  },
  'names of another file': {
    'a.hcl': 'encrypt = "S"\ndata_dir = "/x"\n',
    'z.hcl': 'node_name = "S"\nserver = true\nstart_join = ["S"]\nnode_meta { "S" = "S" }\n',
  },
  'names of other nodes': {
    'a/consul.json':
      '{"node_name":"S","datacenter":"S","server":true,"bootstrap_expect":3,"data_dir":"/x","encrypt":"S","retry_join":["S","10.0.0.9"]}',
    'b/consul.json':
      '{"node_name":"S","datacenter":"S","server":true,"bootstrap_expect":3,"data_dir":"/x","retry_join":["S"],"domain":"S","bind_addr":"S"}',
  },
  'variables of a Dockerfile': {
    Dockerfile:
      'FROM hashicorp/consul:1.16\nARG KEY=S\nENV OTHER S\nCMD ["agent","-server","-encrypt=$KEY","-node=$KEY","-datacenter=S","-data-dir=/x"]\n',
  },
  'variables of a script': {
    'run.sh':
      '#!/bin/sh\nFIRST=S\nKEY=$FIRST\nconsul agent -server -node=$KEY -encrypt="$KEY" -data-dir=/x -datacenter "$KEY" -bootstrap-expect=2\nconsul agent -node=S -data-dir=/x -zork\n',
  },
  'a broken line of Terraform': {
    'main.tf':
      'resource "docker_container" "c" {\n  image = "hashicorp/consul:1.16"\n  command = ["agent", "-server", "-node=S", "-encrypt=S"\n  name = "S"\n  env = ["CONSUL_LOCAL_CONFIG={\\"encrypt\\": \\"S\\", \\"node_name\\": \\"S\\", \\"zz\\": 1}"]\n}\nlocals { x = S"\n',
  },
  'a Compose file': {
    'compose.yaml':
      'services:\n  consul:\n    image: hashicorp/consul:1.16\n    hostname: S\n    container_name: S\n    command: agent -server -node=S -encrypt="S -data-dir=/x -zork\n    environment:\n      - \'CONSUL_LOCAL_CONFIG={"node_name": "S", "encrypt": "S, "zz": 1}\'\n',
  },
  'a unit': {
    'etc/consul.d/a.json': '{"data_dir":"/x","zz":1,"node_name":"S","server":true}',
    'etc/systemd/system/consul.service':
      '[Service]\nEnvironment=CONSUL_HTTP_TOKEN=S\nUser=S\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d -node=S -datacenter=S -zork=S\n',
  },
  'a manifest': {
    'cluster.yaml':
      'consul: "1.20"\ndatacenter: dc-S\nservers:\n  "S": { address: 10.0.0.1 }\n  b: { address: "S" }\n  c: { address: 10.0.0.3 }\nconfig:\n  encrypt: "S"\n  node_meta: { "S": "S" }\n  domain: "S"\n',
  },
  'a secret of the environment': {
    'cluster.yaml':
      'consul: "1.20"\ndatacenter: dc1\nservers:\n  a: { address: 10.0.0.1 }\n  b: { address: 10.0.0.2 }\n  c: { address: 10.0.0.3 }\nconfig:\n  encrypt: { env: KEY }\n  acl: { tokens: { default: { env: KEY } } }\n  node_meta: { note: "S" }\n',
  },
};

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-elsewhere-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const formats = 'pretty compact github json sarif junit html gitlab checkstyle rdjson markdown'.split(' ');
const everyFormat = formats.map((format) => `--format ${format}=report.${format}`).join(' ');

function linesFor(files: Files): string[] {
  if ('cluster.yaml' in files)
    return [
      `lint --preset strict ${everyFormat} cluster.yaml`,
      'render cluster.yaml --explain',
      'render cluster.yaml --out o --diff',
      'plan cluster.yaml',
    ];
  const ofAll = [
    `lint --preset strict ${everyFormat} .`,
    'lint --diff --fix-unsafe .',
    'lint --explain-grouping .',
    'upgrade --from 1.10 .',
    'init --from . --consul 1.20 --out -',
  ];
  if ('a/consul.json' in files) return [...ofAll, 'compare a b', 'compare --json a b', 'merge --origins a'];
  return 'a.hcl' in files ? [...ofAll, 'validate .', 'check .', 'merge --origins .'] : ofAll;
}

const cases = Object.keys(trees).flatMap((tree) =>
  Object.keys(secrets).map((kind) => [tree, kind as keyof typeof secrets] as const),
);

test.each(cases)('%s: a %s', async (tree, kind) => {
  const secret = secrets[kind];
  const at = join(cwd, `${tree} ${kind}`.replace(/\W+/g, '-'));
  const files = Object.entries(trees[tree]!);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), text.replace(/\bS\b/g, secret));
  }
  for (const line of linesFor(trees[tree]!)) {
    const { stdout, stderr, code } = await run(line.split(' '), { cwd: at, env: { KEY: secret } });
    expect(code, line).toBeLessThan(70);
    expect(stdout + stderr, line).not.toContain(secret.slice(0, 14));
    if (!line.includes('--format')) continue;
    for (const format of formats) {
      const text = readFileSync(join(at, `report.${format}`), 'utf8');
      expect(text, format).not.toBe('');
      expect(text, format).not.toContain(secret.slice(0, 14));
      rmSync(join(at, `report.${format}`));
    }
  }
});
