/** Firewall files: exactly the ports that the agent listens on for others, and who those others are. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderCluster } from '../../src/library/render-cluster.ts';
import { expand } from '../../src/manifest/expand.ts';
import { firewallFiles } from '../../src/manifest/keys/firewall/files.ts';
import { openingsOf } from '../../src/manifest/keys/firewall/openings.ts';
import { loadManifest } from '../../src/manifest/load.ts';
import { cluster } from '../../src/render/cluster.ts';
import { Source } from '../../src/text/source/source.ts';
import { nodesOf, problemsIn } from '../manifest/helpers.ts';

const head = 'consul: "1.20"\n';
const three = 'servers: { a: { address: 10.0.0.1 }, b: { address: 10.0.0.2 }, c: { address: "fd00::3" } }\n';

/** `port/protocols < sources` of a node. */
function openings(manifest: string, name = 'a'): string[] {
  const node = nodesOf(head + manifest).find((spec) => spec.name === name);
  return openingsOf(node!).map(
    ({ port, protocols, from }) => `${port}/${protocols.join('+')} < ${from.join(' ')}`,
  );
}

function files(manifest: string): Record<string, string> {
  const { manifest: loaded, findings } = loadManifest(new Source('cluster.yaml', head + manifest));
  expect(findings).toEqual([]);
  const { nodes } = expand(loaded!);
  return Object.fromEntries(
    firewallFiles(nodes, loaded!.firewall).map(({ path, content }) => [path, content]),
  );
}

test('servers of other datacenters are let in by the addresses that the servers join', () => {
  const text = `${three}firewall: { nftables: true }\nconfig: { retry_join_wan: [192.0.2.1, far.example] }\n`;
  const rules = files(text)['a/etc/nftables.d/consul.nft'];
  expect(rules).toMatch(/set wan4 \{[^}]*elements = \{[^}]*192\.0\.2\.1,/);
  expect(rules).not.toContain('far.example');
});

const server = ['8301/tcp+udp < cluster', '8300/tcp < cluster'];
const api = (port: string): string => `${port} < cluster clients`;

test.each<[what: string, config: string, expected: readonly string[]]>([
  ['the APIs on the loopback', '{}', server],
  ['HTTP for all', '{ addresses: { http: 0.0.0.0 } }', [...server, api('8500/tcp')]],
  ['a socket', '{ addresses: { http: "unix:///run/c.sock" } }', server],
  ['two addresses', '{ addresses: { http: "127.0.0.1 10.0.0.1" } }', [...server, api('8500/tcp')]],
  [
    'an address that only the host knows',
    '{ addresses: { dns: "{{ GetPrivateIP }}" } }',
    [...server, api('8600/tcp+udp')],
  ],
  [
    'everything',
    '{ client_addr: 0.0.0.0, ports: { https: 8501, grpc: 8502, dns: 53 } }',
    [...server, ...['8500/tcp', '8501/tcp', '8502/tcp', '8503/tcp', '53/tcp+udp'].map(api)],
  ],
  ['what is off', '{ client_addr: 0.0.0.0, ports: { http: -1, dns: -1, grpc_tls: 0 } }', server],
  [
    'moved ports',
    '{ ports: { serf_lan: 9301, server: 9300 } }',
    ['9301/tcp+udp < cluster', '9300/tcp < cluster'],
  ],
  [
    'other datacenters',
    '{ retry_join_wan: [192.0.2.1] }',
    ['8301/tcp+udp < cluster', '8300/tcp < cluster wan', '8302/tcp+udp < wan'],
  ],
])('the ports of a server with %s', (_, config, expected) => {
  expect(openings(`${three}config: ${config}\n`)).toEqual(expected);
});

test('a client takes gossip only, and gRPC with TLS only where configured', () => {
  const manifest = `${three}clients: { x: { address: 10.0.0.9 } }\nconfig: { addresses: { grpc_tls: 0.0.0.0 } }\n`;
  expect(openings(manifest, 'x')).toEqual(['8301/tcp+udp < cluster']);
});

const all = `${three}firewall: { nftables: true, firewalld: true, clients: [10.9.0.0/16] }
config: { client_addr: 0.0.0.0 }
`;

test('by default the nodes of the datacenter, each by its address', () => {
  const text = files(all)['a/etc/nftables.d/consul.nft'];
  expect(text).toMatch(/set cluster4 \{[^}]*\{\s*10\.0\.0\.1,\s*10\.0\.0\.2,\s*\}/);
  expect(text).toMatch(/set cluster6 \{[^}]*\{\s*fd00::3,\s*\}/);
  expect(text).toMatch(/ip saddr @clients4 tcp dport 8500 accept/);
  expect(text).not.toMatch(/clients4 tcp dport 8300/);
  expect(text).toMatch(
    /tcp dport \{ 8300, 8301, 8500, 8503, 8600 \} drop\n {4}udp dport \{ 8301, 8600 \} drop/,
  );
});

test('or the networks that are given', () => {
  const text = files(`servers: [a, b]\nfirewall: { nftables: true, cluster: [10.0.0.0/8, 10.0.0.1] }\n`);
  expect(text['b/etc/nftables.d/consul.nft']).toMatch(/10\.0\.0\.0\/8,\s*10\.0\.0\.1,/);
});

test('firewalld gets a policy and its address sets, and no zone', () => {
  const written = files(all);
  expect(Object.keys(written).filter((path) => path.startsWith('a/etc/firewalld'))).toEqual([
    'a/etc/firewalld/ipsets/consul-cluster4.xml',
    'a/etc/firewalld/ipsets/consul-cluster6.xml',
    'a/etc/firewalld/ipsets/consul-clients4.xml',
    'a/etc/firewalld/policies/consul.xml',
  ]);
  const sets = [...written['a/etc/firewalld/policies/consul.xml']!.matchAll(/ipset="([^"]+)"/g)].map(
    ([, set]) => set,
  );
  for (const set of sets) expect(written).toHaveProperty([`a/etc/firewalld/ipsets/${set}.xml`]);
});

test.each<[text: string, expected: RegExp]>([
  [
    'servers: [a]\nfirewall: { nftables: true }\n',
    /^3:11 .*would block a, whose address is not in the manifest/,
  ],
  ['servers: [a]\nfirewall: { nftables: true, cluster: [10.0.0.0/33] }\n', /^3:39 .*is not a network/],
  ['servers: [a]\nfirewall: { clients: ["10.0.0.1; flush ruleset"] }\n', /^3:23 .*is not a network/],
  ['servers: [a]\nfirewall: { clients: ["10.0.0.1\\n"] }\n', /^3:23 .*is not a network/],
  ['servers: [a]\nfirewall: { nftable: true }\n', /^3:13 .*`nftable` is not a key of `firewall`/],
])('%j', (text, expected) => {
  expect(problemsIn(head + text)[0]).toMatch(expected);
});

test('hundreds of addresses on every host are refused', () => {
  const nodes = Array.from({ length: 600 }, (_, i) => `n${i}: { address: 10.0.${i >> 8}.${i & 255} }`);
  const [servers, clients] = [nodes.slice(0, 3), nodes.slice(3)];
  const text = `${head}servers: { ${servers.join(', ')} }\nclients: { ${clients.join(', ')} }\nfirewall: { firewalld: true }\n`;
  expect(problemsIn(text)[0]).toMatch(/the files of every host would list 600 addresses/);
});

test.skipIf(!has('nft'))('nft reads them (needs nft on PATH)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'consul-cfg-nft-'));
  try {
    for (const content of Object.values(files(all)).filter((text) => text.startsWith('#!/usr/sbin/nft'))) {
      writeFileSync(join(folder, 'consul.nft'), content);
      execFileSync('nft', ['-c', '-f', join(folder, 'consul.nft')]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('a script gets them too', () => {
  const estate = cluster({
    consul: '1.20',
    servers: { a: { address: '10.0.0.1' } },
    firewall: { nftables: true },
  });
  expect(renderCluster(estate).map(({ path }) => path)).toContain('a/etc/nftables.d/consul.nft');
});
