/**
 * The smallest files on which lint once was wrong, by kind. Others of these have a test where what they are about is:
 * conversion, `check`, rendering of a clone, the language server.
 */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { isFailed } from '../../src/app/failure.ts';
import { memoryFiles } from '../../src/app/files/memory.ts';
import { lint } from '../../src/app/lint/lint.ts';
import { thisMachine } from '../../src/app/machine/this-machine.ts';
import { noSettings } from '../../src/app/settings/load.ts';
import { fixFiles } from '../fix/lab.ts';
import { type Files, lintFiles } from '../support/lab.ts';

const [key, otherKey] = [
  'encrypt = "yvIKdUBZqi3fzUYs6nr4bQQ3RbHCKJuXBj8Bojn9Nh4="\n',
  'encrypt = "pUqJrVyVRj5jsiYEkM/tFQYfWyJIv4s3XkvDwy7Cu5s="\n',
];
const base = 'data_dir = "/opt/consul"\n';
const server = `${base}server = true\n`;

const unit = (flags: string, more = ''): string =>
  `[Service]\nUser=consul\n${more}ExecStart=/usr/bin/consul agent ${flags}\n`;

const startedWith = (flags: string): Files => ({
  'srv1/etc/consul.d/consul.hcl': base,
  'srv1/etc/systemd/system/consul.service': unit(`-config-dir=/etc/consul.d ${flags}`),
});

const compose =
  'services:\n  s1:\n    image: hashicorp/consul:1.15\n    command: agent -bootstrap-expect=3\n    volumes: ["./server1.json:/consul/config/server1.json"]\n';

const client = (name: string, address: string): string =>
  `${base}node_name = "${name}"\nbind_addr = "${address}"\nretry_join = ["10.0.0.1"]\n${otherKey}`;

interface Kind {
  readonly files: Files;
  /** `error rule`, of what must be found. */
  readonly finds?: readonly string[];
  /** Beginnings of rules of which nothing may be found. */
  readonly never?: readonly string[];
  readonly consul?: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  'servers and clients in sibling trees are one cluster': {
    files: {
      'g/servers/s1/consul.hcl': `${server}bootstrap_expect = 1\nnode_name = "s1"\nbind_addr = "10.0.0.1"\n${key}`,
      'g/clients/c1/consul.hcl': client('c1', '10.0.1.1'),
      'g/clients/c2/consul.hcl': client('c2', '10.0.1.2'),
    },
    finds: ['error cluster/encrypt-differs'],
    never: ['join/unknown-target'],
  },
  'a policy of AWS is not judged': {
    files: { 'w/policy.json': '{"Version":"2012-10-17","Statement":[]}' },
    never: ['option/', 'syntax/'],
  },
  'a config entry is not a broken agent': {
    files: { 'w/mesh.hcl': 'Kind = "mesh"\nPeering { PeerThroughMeshGateways = true }\n' },
    never: ['option/'],
  },
  'a value of the environment in a unit is not known': {
    files: {
      'srv1/etc/consul.d/consul.hcl': base,
      'srv1/etc/systemd/system/consul.service': unit(
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of systemd
        '-node=${NODE_NAME} -bind=${PRIVATE_IP} -config-dir=/etc/consul.d',
        'EnvironmentFile=/etc/consul.env\n',
      ),
    },
    never: ['option/value', 'agent/node-name-dns', 'unit/flags'],
  },
  'the expected servers are in a compose file': {
    files: {
      'docker-compose.yml': compose,
      ...Object.fromEntries(
        [1, 2, 3].map((n) => [
          `server${n}.json`,
          `{"data_dir":"/consul/data","server":true,"node_name":"s${n}","retry_join":["s1","s2","s3"]}`,
        ]),
      ),
    },
    never: ['quorum/no-bootstrap', 'merge/'],
  },
  'a configuration for all servers is not one server': {
    files: {
      'h/consul/server/consul.hcl': `${server}bootstrap_expect = 3\nnode_name = "srv-1"\nretry_join = ["provider=aws tag_key=a tag_value=b"]\n`,
      'h/consul/agent/consul.hcl': `${base}retry_join = ["provider=aws tag_key=a tag_value=b"]\n`,
    },
    never: ['quorum/expect-not-server-count'],
  },
  'several nodes in one directory are several agents': {
    files: {
      'consul.d/client.json':
        '{"data_dir":"/v","datacenter":"a","node_name":"c","log_level":"INFO","retry_join":["x"]}',
      'consul.d/server_1.json':
        '{"data_dir":"/v","datacenter":"a","node_name":"s1","server":true,"log_level":"WARN","retry_join":["x"]}',
      'consul.d/server_3.json':
        '{"data_dir":"/v","datacenter":"b","node_name":"s3","server":true,"log_level":"WARN","retry_join":["x"]}',
    },
    never: ['merge/', 'join/duplicate-entry'],
  },
  'a client beside a server is not a server': {
    files: {
      'z/client.json': '{"server":false,"datacenter":"x","data_dir":"/var/a","leave_on_terminate":true}',
      'z/server.json': '{"server":true,"data_dir":"/var/b"}',
    },
    never: ['quorum/leave-on-terminate', 'merge/'],
  },
  'examples of two datacenters are two clusters': {
    files: {
      'examples/dc2.hcl': `${server}node_name = "secondary"\ndatacenter = "dc2"\nbootstrap_expect = 1\n`,
      'examples/dc3.hcl': `${server}node_name = "secondary"\ndatacenter = "dc3"\nbootstrap_expect = 1\n`,
    },
    never: ['merge/', 'cluster/duplicate-node-name', 'cluster/datacenter-differs'],
  },
  'two units in one directory start two agents': {
    files: {
      'k/consul-server.service': unit('-server -data-dir=/opt/consul -bogus'),
      'k/consul-client.service': unit('-data-dir=/opt/consul -retry-join=10.0.0.1 -bogus'),
    },
    finds: ['error unit/flags', 'error unit/flags'],
  },
  'a directory of a repository is not /etc': {
    files: {
      'shared/consul-client.hcl': `${base}bind_addr = "10.0.0.5"\nretry_join = ["10.0.0.1"]\n`,
      'shared/consul.service':
        '[Unit]\nConditionFileNotEmpty=/etc/consul.d/consul.hcl\n[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
      Vagrantfile: 'cp /vagrant/shared/consul-client.hcl /etc/consul.d/consul.hcl\nconsul agent -dev\n',
    },
    never: ['unit/condition-file', 'unit/config-path'],
  },
  'one typing mistake is one finding': {
    files: {
      'c.hcl': `${base}tls {\n  default {\n    ca_file = "a"\n    cert_file = "b"\n    key_file = "c"\n  }\n}\nports { https = 8501 }\nauto_encrypt { tls = true }\n`,
    },
    finds: ['error option/unknown'],
    never: ['tls/https-without-cert', 'tls/auto-encrypt'],
  },
  'unfilled templates are warnings, whatever their marks': {
    files: {
      'a/consul.hcl': `${base}bind_addr = "<IP>"\n`,
      'b/consul.hcl': `${base}bind_addr = "PRIVATEIP"\n`,
    },
    finds: ['warning option/placeholder', 'warning option/placeholder'],
    never: ['option/value'],
  },
  'a watch of a service and a state is refused': {
    files: {
      'c.json':
        '{"data_dir":"/d","watches":[{"type":"checks","service":"web","state":"critical","args":["/bin/true"]}]}',
    },
    finds: ['error watches/refused'],
  },
  'a configuration that is not below /etc finds its unit': {
    files: {
      'm/opt/consul/config/consul.hcl': `${server}bootstrap_expect = 3\n`,
      'm/etc/systemd/system/consul.service': unit('-config-dir=/opt/consul/config'),
    },
    finds: ['warning join/missing'],
  },
  'a number to be filled in is one finding': {
    files: { 'c.json': '{"data_dir":"/d","server":true,"bootstrap_expect": count}' },
    finds: ['warning option/placeholder'],
    never: ['option/type', 'syntax/'],
  },
  'mutual TLS closes the API': {
    files: {
      'c.hcl': `${base}client_addr = "0.0.0.0"\nports {\n  http = -1\n  https = 8501\n}\ntls {\n  defaults {\n    ca_file = "/a"\n    cert_file = "/b"\n    key_file = "/c"\n    verify_incoming = true\n  }\n}\n`,
    },
    never: ['security/open-http'],
  },
  'the default store of Raft on a client': {
    files: { 'c.hcl': `${base}server = false\nraft_logstore { backend = "default" }\n` },
    never: ['option/value', 'agent/raft'],
    consul: '1.16',
  },
};

const found = ({ files, consul }: Kind): readonly string[] =>
  lintFiles(files, {}, consul).map(({ severity, rule }) => `${severity} ${rule}`);

test.each(Object.entries(kinds))('%s', (_kind, kind) => {
  const all = found(kind);
  for (const wanted of new Set(kind.finds))
    expect(all.filter((one) => one === wanted).length).toBeGreaterThanOrEqual(
      kind.finds!.filter((one) => one === wanted).length,
    );
  expect(all.filter((one) => kind.never?.some((rule) => one.includes(` ${rule}`)))).toEqual([]);
});

describe('a flag that the agent refuses is an error', () => {
  test.each([
    '-retry-join-ec2-region=eu-west-1',
    '-bogus=1',
    '-datacentre=x',
    '-dc=x',
    '-atlas=foo',
    '-bootstrap-expect=three',
    '-server=yes',
    '-http-port=abc',
    '-bindaddr=10.0.0.1',
    '-retry_join=a',
    '-rpc-port=8400',
    '-log-rotate-bytes=1MB',
    '-ui true',
    '-retry-join A B C -retry-join-wan D',
    '/etc/consul.d',
    'client 0.0.0.0',
  ])('%s', (flags) => {
    expect(found({ files: startedWith(flags) })).toContain('error unit/flags');
  });
});

describe('a safe fix leaves alone', () => {
  test.each([
    ['a port of a target that is not known', `${base}retry_join = ["10.9.0.1:8701"]\n`],
    ['a number to be filled in', `${server}bootstrap_expect = SERVER_COUNT\n`],
    ['a number to be filled in, in lower case', `${server}bootstrap_expect = count\n`],
  ])('%s', (_what, text) => {
    expect(fixFiles({ 'c.hcl': text }).now['c.hcl']).toBe(text);
  });

  test.each([
    ['c.hcl', `${base}retry_join = [ 10.10.32.5, 10.10.33.5 ]\n`, '["10.10.32.5","10.10.33.5"]'],
    [
      'c.json',
      '{ "data_dir": "/d", "retry_join": [ 10.10.32.5, 10.10.33.5 ] }',
      '["10.10.32.5","10.10.33.5"]',
    ],
    ['c.hcl', `${base}bind_addr = 10.0.0.1\n`, '"10.0.0.1"'],
    ['c.hcl', `${base}retry_interval = 30s\n`, '"30s"'],
    ['c.json', '{"data_dir":"/d","recursors":"[]"}', '[]'],
    ['c.json', '{"data_dir":"/d","retry_join":"10.0.0.1,10.0.0.2"}', '["10.0.0.1","10.0.0.2"]'],
  ])('no half of a value: %s %s', (file, text, whole) => {
    const after = fixFiles({ [file]: text }).now[file]!;
    expect(after === text || after.replace(/\s+/g, '').includes(whole)).toBe(true);
  });
});

test('advice about the expected servers is not an error once it is followed', () => {
  const four = (line: string): Files =>
    Object.fromEntries(
      [1, 2, 3, 4].map((n) => [
        `s${n}/consul.hcl`,
        `${server}node_name = "s${n}"\nbind_addr = "10.0.0.${n}"\nretry_join = ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"]\n${line}`,
      ]),
    );
  const advice = lintFiles(four(''))
    .map(({ message }) => message)
    .join('\n');
  for (const [, count] of advice.matchAll(/bootstrap_expect = (\d+)/g))
    expect(
      found({ files: four(`bootstrap_expect = ${count}\n`) }).filter((one) => one.startsWith('error')),
    ).toEqual([]);
  expect(advice).not.toMatch(/bootstrap_expect = (?:2|4)\b/);
});

test('a template of an interface that this machine does not have yields no address', async () => {
  const files = memoryFiles({ '/m/consul.hcl': `${base}bind_addr = "{{ GetInterfaceIP \\"none0\\" }}"\n` });
  const input = { paths: ['/m/consul.hcl'], files, loaded: noSettings, machine: thisMachine() };
  const result = await lint(input);
  expect(isFailed(result) ? [] : result.findings.map(({ rule }) => rule)).toContain('address/bind-addr');
});

test('F14: the finding of a flag in the settings is at its word', () => {
  const flags = 'agent -bind=10.0.0.1 -server -client=0.0.0.0 -data-dir=/tmp/x -bootstrap-expect=2';
  const settings = `nodes:\n  - name: a\n    files: []\n    flags: ${flags}\n`;
  const places = lintFiles({ 'consul-cfg.yaml': settings }).map(
    ({ rule, at }) => `${rule} ${settings.slice(at.start, at.end)}`,
  );
  expect(places).toEqual(
    expect.arrayContaining([
      'quorum/even-bootstrap-expect 2',
      'storage/volatile-data-dir /tmp/x',
      'security/open-http 0.0.0.0',
    ]),
  );
});

test('S1 1: the key of a rendered tree is in the file that is not committed', () => {
  const tree = (ledger: string): Files => ({
    '.consul-cfg.sha256': ledger,
    'srv1/etc/consul.d/consul.json': '{"data_dir": "/opt/consul", "bind_addr": "10.0.0.1"}',
  });
  expect(found({ files: tree('# secret  srv1/etc/consul.d/10-secrets.json\n') }).join()).not.toContain(
    'gossip/unencrypted',
  );
  expect(found({ files: tree('') }).join()).toContain('gossip/unencrypted');
});

test('S1 2: the globs of lefthook in the documentation match files of a directory', async () => {
  const page = await readFile(new URL('../../docs/pre-commit.md', import.meta.url), 'utf8');
  const block = /```yaml lefthook[^\n]*\n([\s\S]*?)```/.exec(page)?.[1] ?? page;
  // Its own matcher wants a directory for `**`.
  expect(block).toMatch(/glob_matcher: doublestar|glob: "(?!.*\*\*\/\*)/);
});
