/** An error is certain: what depends on files or agents that only seem to belong together is a warning. */
import { describe, expect, test } from 'vitest';
import { type Files, lintFiles } from '../support/lab.ts';

const severities = (files: Files, rule: string): readonly string[] =>
  lintFiles(files)
    .filter((finding) => finding.rule === rule)
    .map(({ severity }) => severity);

const server =
  '{ "data_dir": "/data/consul", "server": true, "bootstrap_expect": 1, "bind_addr": "10.0.0.1" }';
const check =
  '{ "service": { "name": "db", "port": 1, "check": { "args": ["/check.sh"], "interval": "5s" } } }';
const unit = '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n';
const rule = 'checks/scripts-not-enabled';

describe('what follows from two files of a directory', () => {
  test.each<[string, Files]>([
    ['in any directory', { 'conf/consul/server.json': server, 'conf/consul/db.json': check }],
    ['in one that is called consul.d', { 'consul.d/server.json': server, 'consul.d/db.json': check }],
    ['in the root of a repository', { '.git/HEAD': 'ref: x\n', 'server.json': server, 'db.json': check }],
  ])('%s is a warning', (_name, files) => {
    expect(severities(files, rule)).toEqual(['warning']);
  });

  test.each<[string, Files]>([
    [
      'in the directory of a machine',
      { 'srv1/etc/consul.d/server.json': server, 'srv1/etc/consul.d/db.json': check },
    ],
    ['next to a unit', { 'x/server.json': server, 'x/db.json': check, 'x/consul.service': unit }],
    ['in the directory that was named', { 'server.json': server, 'db.json': check }],
    [
      'in a rendered tree',
      { '.consul-cfg.sha256': '', 'srv1/consul/server.json': server, 'srv1/consul/db.json': check },
    ],
  ])('%s is an error', (_name, files) => {
    expect(severities(files, rule)).toEqual(['error']);
  });

  test('is an error where one of them has it alone', () => {
    const both = server.replace('}', `, ${check.slice(1)}`);
    expect(severities({ 'conf/a.json': both, 'conf/b.json': '{ "log_level": "INFO" }' }, rule)).toEqual([
      'error',
    ]);
  });
});

const node = (name: string, more: string): string =>
  `data_dir = "/opt/consul"\nserver = true\nbootstrap_expect = 2\nnode_name = "${name}"\n${more}\n`;
const keys = ['Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE=', 'QW5vdGhlcktleVRoYXRJc05vdFJlYWxFaXRoZXIhISE='];
const encrypt = (i: number): string => `encrypt = "${keys[i]}"`;

describe('what follows from two directories', () => {
  test('is a warning where no list connects their agents', () => {
    const files = {
      'srv1/consul.hcl': node('srv1', encrypt(0)),
      'srv2/consul.hcl': node('srv2', encrypt(1)),
    };
    expect(severities(files, 'cluster/encrypt-differs')).toEqual(['warning']);
  });

  test.each([
    ['joins the other', 'retry_join = ["srv2"]'],
    ['joins what the other joins', 'retry_join = ["consul.example.org"]'],
  ])('is an error where one %s', (_name, list) => {
    const other = list.replace('srv2', 'srv1');
    const files = {
      'srv1/consul.hcl': node('srv1', `${encrypt(0)}\n${list}`),
      'srv2/consul.hcl': node('srv2', `${encrypt(1)}\n${other}`),
    };
    expect(severities(files, 'cluster/encrypt-differs')).toEqual(['error']);
  });

  test('is nothing where a list has as many addresses as there are others', () => {
    const agent = (expect_: number, more = ''): string =>
      `{ "data_dir": "/data", "server": true, "bootstrap_expect": ${expect_}${more} }`;
    const list = ', "retry_join": ["10.0.0.1", "10.0.0.2", "10.0.0.3"]';
    const files = {
      'cluster/consul/config/consul.json': agent(1, ', "node_name": "consul"'),
      'consul-cluster/consul/config/consul.json': agent(3, list),
      'kms-cluster/consul/config/consul.json': agent(3, list),
    };
    expect(severities(files, 'quorum/expect-differs')).toEqual([]);
  });
});

test('what a file near it may set is not missing for certain', () => {
  const config = 'data_dir = "/opt/consul"\ntls { defaults { verify_outgoing = true } }\n';
  const script = (line: string): string => `#!/bin/sh\nconsul agent -config-dir=/etc/consul.d ${line}\n`;
  expect(severities({ 'consul/a.hcl': config }, 'tls/verify-without-ca')).toEqual(['error']);
  expect(
    severities(
      { 'consul/a.hcl': config, 'start.sh': script('-hcl \'tls.defaults.ca_file="/x"\'') },
      'tls/verify-without-ca',
    ),
  ).toEqual(['warning']);
});

test('files of tests may be wrong on purpose', () => {
  const agent = 'data_dir = "/tmp/consul"\nserver = true\nbootstrap_expect = 3\n';
  const volatile = 'storage/volatile-data-dir';
  expect(severities({ 'agent/testdata/consul/consul.hcl': agent }, volatile)).toEqual(['warning']);
  expect(severities({ 'agent/consul/consul.hcl': agent }, volatile)).toEqual(['error']);
});

test('of agents whose mounted files are not here no option is known', () => {
  const service = (name: string, role: string): string =>
    `  ${name}:\n    image: hashicorp/consul:1.20\n    command: agent ${role}\n    volumes: ["./${name}.json:/consul/config/a.json"]\n`;
  const files = {
    'docker-compose.yml': `services:\n${service('server', '-server -bootstrap-expect=1')}${service('client', '-retry-join=server')}`,
    'server.json': `{ "encrypt": "${keys[0]}" }`,
  };
  expect(severities(files, 'cluster/encrypt-differs').filter((one) => one === 'error')).toEqual([]);
});

test('the loopback address of a container is its own', () => {
  const service = (name: string, more: string): string =>
    `  ${name}:\n    image: hashicorp/consul:1.20\n    command: agent -dev -server ${more}\n`;
  const files = {
    'docker-compose.yml': `services:\n${service('a', '-bootstrap')}${service('b', '-join=a')}`,
  };
  expect(severities(files, 'cluster/duplicate-address')).toEqual([]);
});

test('a container with the network of its host is not the whole cluster', () => {
  const file = (network: string): Files => ({
    'docker-compose.yml': `services:\n  consul:\n    image: hashicorp/consul:1.20\n${network}    command: agent -server -node=a -bootstrap-expect=3\n    volumes: ["data:/consul/data"]\nvolumes: { data: {} }\n`,
  });
  expect(severities(file('    network_mode: host\n'), 'quorum/expect-not-server-count')).toEqual([]);
  expect(severities(file(''), 'quorum/expect-not-server-count')).toEqual(['warning']);
});

const entry = (more: string): string =>
  `config_entries { bootstrap { kind = "service-defaults" name = "web" ${more} } }\n`.replaceAll(
    ' name',
    '\nname',
  );
const exported = JSON.stringify({
  Kind: 'exported-services',
  Name: 'external',
  Services: [{ Name: 'web', Consumers: [{ Peer: 'west' }] }],
});
const chart = 'global:\n  image: "hashicorp/consul-enterprise:1.20.0-ent"\n';

describe('what another project or edition may have', () => {
  test.each<[string, string, string]>([
    ['in a copy of another project', 'vendor/consul/config_entries.hcl', 'warning'],
    ['in the files of tests', 'tests/config_entries.hcl', 'warning'],
    ['in the files of the project', 'consul/config_entries.hcl', 'error'],
  ])('%s', (_name, path, severity) => {
    const text = entry('\nsidecar {\nproxy = true\n}\n');
    expect(severities({ [path]: text }, 'entries/key')).toEqual([severity]);
  });

  test.each<[string, Files, string]>([
    ['the name of a partition where something says Enterprise', { 'values.yml': chart }, 'warning'],
    ['the name of a partition', {}, 'error'],
  ])('%s', (_name, files, severity) => {
    expect(severities({ ...files, 'export.json': exported }, 'entries/exported-services')).toEqual([
      severity,
    ]);
  });
});
