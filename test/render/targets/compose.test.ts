/** Containers of a laptop must not reach the machines of the manifest: every way out that an address opens. */
import { expect, test } from 'vitest';
import { loadManifest } from '../../../src/node.ts';

async function rendered(text: string) {
  const manifest = { name: 'cluster.yaml', text };
  const { files } = await loadManifest(manifest, { target: 'compose', lint: 'off', env: {} });
  const config = (node: string) =>
    JSON.parse(files.find(({ path }) => path === `${node}/etc/consul.d/consul.json`)!.content);
  return { config, compose: files.find(({ path }) => path === 'compose.yaml')!.content };
}

const head = 'consul: "1.20"\nservers: { a: { address: 10.0.0.1 }, b: { address: "fd00::2" }, c: {} }\n';

test('addresses are replaced alone, with a port, in brackets and in lists, and no other text', async () => {
  const { config } = await rendered(`${head}config:
  ports: { serf_lan: 7301 }
  client_addr: 127.0.0.1 10.0.0.1
  node_meta: { near: "110.0.0.1 10.0.0.12 x10.0.0.1", at: "http://10.0.0.1:80/ [fd00::2]:80" }
`);
  expect(config('c').retry_join).toEqual(['10.203.1.1:7301', '10.203.1.2:7301']);
  expect(config('b').bind_addr).toBe('10.203.1.2');
  expect(config('a').client_addr).toBe('127.0.0.1 10.203.1.1');
  expect(config('a').node_meta).toEqual({
    near: '110.0.0.1 10.0.0.12 x10.0.0.1',
    at: 'http://10.203.1.1:80/ 10.203.1.2:80',
  });
});

test.each([
  ['another address', '[10.9.9.9]'],
  ['a name', '[consul.example.com]'],
  ['a cloud', '["provider=aws tag_key=consul tag_value=server"]'],
])('a join list that names %s names the servers here', async (_, list) => {
  const { config, compose } = await rendered(`${head}config: { retry_join: ${list} }\n`);
  expect(config('a').retry_join).toEqual(['10.203.1.2', '10.203.1.3']);
  expect(compose).toContain(
    'retry_join names the servers here only: 1 of 1 entries lead out of this network.',
  );
});

test('what is known of the machine only, and what sends something out', async () => {
  const { config, compose } = await rendered(`consul: "1.20"
servers: [a]
config:
  bind_addr: '{{ GetInterfaceIP "ens3" }}'
  enable_syslog: true
  telemetry: { statsite_address: 10.9.9.9:8125, dogstatsd_addr: 10.9.9.9:8125, disable_hostname: true }
`);
  expect(config('a')).toMatchObject({ bind_addr: '10.203.1.1', telemetry: { disable_hostname: true } });
  expect(JSON.stringify(config('a'))).not.toMatch(/syslog|statsite|dogstatsd|ens3/);
  for (const option of ['enable_syslog', 'telemetry.statsite_address', 'telemetry.dogstatsd_addr'])
    expect(compose).toContain(`${option} is left out`);
});

test('the port that is published is the one with TLS, where there is any', async () => {
  const tls =
    'tls: { ca: /etc/consul.d/tls/ca.pem, cert: "/etc/consul.d/tls/{node}.pem", key: "/etc/consul.d/tls/{node}-key.pem" }\n';
  const { config, compose } = await rendered(`${head}${tls}config: { ports: { https: 8501 } }\n`);
  expect(config('a').addresses).toEqual({ https: '0.0.0.0' });
  expect(compose).toContain('127.0.0.1:8501:8501');
  expect(compose).toContain('source: ./tls/a/etc/consul.d/tls/a-key.pem');
});

test('more nodes than a byte counts', async () => {
  const names = Array.from({ length: 260 }, (_, i) => `n${i}`);
  const { compose } = await rendered(`consul: "1.20"\nservers: [a]\nclients: [${names.join(', ')}]\n`);
  const given = compose.match(/ipv4_address: .*/g)!;
  expect(new Set(given).size).toBe(261);
  expect(given.at(-1)).toBe('ipv4_address: 10.203.2.11');
});
