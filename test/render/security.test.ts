/** TLS and access control in files: what Patroni is told, what tokens may do, and the commands of the runbook. */
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { placeholders } from '../../src/app/render/placeholders.ts';
import { expand } from '../../src/manifest/expand.ts';
import type { OutFile } from '../../src/manifest/file.ts';
import { loadManifest } from '../../src/manifest/load.ts';
import { estateFiles } from '../../src/render/estate.ts';
import { fillNode } from '../../src/render/secrets.ts';
import { parse } from '../../src/text/parse.ts';
import { Source } from '../../src/text/source/source.ts';
import { manifests } from './manifests.ts';

function filesOf(text: string): Map<string, OutFile> {
  const { manifest, findings } = loadManifest(new Source('cluster.yaml', text));
  expect(findings).toEqual([]);
  const nodes = expand(manifest!).nodes.map((node) => fillNode(node, placeholders().text));
  return new Map(estateFiles(nodes, manifest!).map((file) => [file.path, file]));
}

const three = 'consul: "1.16"\nservers: { a: { address: 10.0.0.1 }, b: { address: 10.0.0.2 }, c: }\n';
const patroni = `${three}profile: patroni\nacl: {}\n`;
const contentOf = (text: string, path: string): string => filesOf(text).get(path)!.content;
const runbook = (text: string): string => contentOf(text, 'RUNBOOK.md');
const policy = (text: string, name: string): string =>
  contentOf(text, `acl/${name}.hcl`)
    .replace(/^#.*\n\n/, '')
    .replace(/\s+/g, ' ')
    .trim();
const policiesOf = (text: string): string[] =>
  [...filesOf(text).keys()].filter((path) => path.startsWith('acl/'));

test("Patroni's token is in a file of its own, for its group alone", () => {
  const files = filesOf(`${patroni}patroni: { token: { env: "T_{node}" }, group: pg }\n`);
  const token = files.get('a/etc/patroni/consul-token.yml')!;
  expect(token).toMatchObject({ mode: 0o640, owner: 'root:pg', secret: true });
  expect(parseYaml(token.content)).toEqual({ consul: { token: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
  const tokens = ['a', 'b', 'c'].map((node) => files.get(`${node}/etc/patroni/consul-token.yml`)!.content);
  expect(new Set(tokens).size).toBe(3);
  expect(files.get('a/etc/patroni/consul.yml')!.content).toContain(
    'The token is in /etc/patroni/consul-token.yml',
  );
});

test('without a token in the manifest, the note for Patroni says where to put it', () => {
  expect(contentOf(patroni, 'a/etc/patroni/consul.yml')).toContain('PATRONI_CONSUL_TOKEN');
  expect(runbook(patroni)).toMatch(/acl token create -description Patroni -policy-name patroni\n/);
});

test('Patroni uses HTTPS where plain HTTP is off', () => {
  const text = `${three}profile: patroni\ntls: {}\nconfig: { ports: { http: -1 } }\npatroni: { consistency: stale, register_service: true }\n`;
  expect(parseYaml(contentOf(text, 'a/etc/patroni/consul.yml'))).toEqual({
    consul: {
      host: '127.0.0.1:8501',
      scheme: 'https',
      cacert: '/etc/patroni/consul-ca.pem',
      consistency: 'stale',
      checks: [],
      register_service: true,
    },
  });
  expect(runbook(text)).toContain(
    "api='CONSUL_HTTP_ADDR=https://127.0.0.1:8501 CONSUL_CACERT=/etc/consul.d/tls/ca.pem '",
  );
});

test('Patroni may do what it must, and only where it runs', () => {
  const text = `${patroni}clients: [x, y]\npatroni: { scope: Main.1, namespace: db, register_service: true }\n`;
  expect(policiesOf(text)).toEqual(['acl/patroni-Main-1.hcl']);
  expect(policy(text, 'patroni-Main-1')).toBe(
    'key_prefix "db/Main.1/" { policy = "write" } session "x" { policy = "write" } session "y" { policy = "write" } ' +
      'agent "x" { policy = "read" } agent "y" { policy = "read" } service "main-1" { policy = "write" }',
  );
  expect(policy(patroni, 'patroni')).toMatch(/^key_prefix "service\/" .* agent "c" { policy = "read" }$/);
});

test('a token that agents share may write their nodes, one of its own needs no policy', () => {
  const shared = `${three}acl: { tokens: { agent: { env: A } } }\n`;
  expect(policy(shared, 'agent')).toBe(
    'node "a" { policy = "write" } node "b" { policy = "write" } node "c" { policy = "write" } ' +
      'service_prefix "" { policy = "read" }',
  );
  expect(runbook(shared)).toContain('\na agent -policy-name agent\nEND');
  const own = `${three}acl: { tokens: { agent: { env: "A_{node}" } } }\n`;
  expect(policiesOf(own)).toEqual([]);
  expect(runbook(own)).toContain('\na agent -node-identity a:dc1\nb agent -node-identity b:dc1\nc agent ');
});

test('other tokens of agents', () => {
  const text = `consul: "1.17"
datacenters: { east: { servers: [a] }, west: { servers: [b] } }
acl: { tokens: { agent: { env: "A_{node}" }, dns: { env: D }, config_file_service_registration: { env: S }, replication: { env: R } } }
config: { services: [{ name: web, connect: { sidecar_service: {} } }, { name: 'a "b"' }] }
`;
  expect(policiesOf(text)).toEqual(['acl/dns.hcl', 'acl/services.hcl', 'acl/replication.hcl']);
  expect(policy(text, 'services')).toBe(
    'service "web" { policy = "write" } service "web-sidecar-proxy" { policy = "write" } service "a \\"b\\"" { policy = "write" }',
  );
  expect(runbook(text)).toMatch(
    /\nb agent -node-identity b:west\n(?:.*\n)*b replication -policy-name replication\n/,
  );
  expect(runbook(text)).toMatch(/other datacenters than east requested[\s\S]*\nfor node in b=b; do\n/);
});

test('one token for several ends may do all of them', () => {
  const text = `${three}acl: { tokens: { default: { env: A } } }\n`;
  expect(runbook(text)).toContain('\na default -policy-name dns -policy-name agent\nEND');
});

test('agents with a token of their own do not need the default one', () => {
  const text = `${three}acl: { tokens: { agent: { env: "A_{node}" }, default: { env: D } } }\n`;
  expect(runbook(text)).toContain('\na default -policy-name dns\n');
});

test('agents without a token are given one through their API', () => {
  const text = runbook(patroni);
  expect(text).toContain('acl bootstrap');
  expect(text).toContain('\na 10.0.0.1 dc1\n');
  const known = runbook(`${three}acl: { tokens: { initial_management: { env: A }, agent: { env: B } } }\n`);
  expect(known).not.toContain('acl bootstrap');
  expect(known).not.toContain('set-agent-token');
});

test('tokens of a datacenter whose primary is in another manifest', () => {
  const text = runbook(
    `${three}acl: { tokens: { agent: { env: A }, replication: { env: R } } }\nfederation: { primary: far }\n`,
  );
  expect(text).toMatch(/Tokens are created in far[\s\S]*\nprimary=ADDRESS\n/);
  expect(text).toContain('cli "$primary" acl token read -self');
  expect(text).not.toContain('acl bootstrap');
});

test('HTTPS that asks for a certificate: the CLI shows one, and Patroni its own', () => {
  const text = `${three}profile: patroni\ntls: { verify_incoming_https: true }\nconfig: { ports: { http: -1 } }\n`;
  expect(runbook(text)).toContain(
    "CONSUL_CLIENT_CERT=/etc/consul.d/tls/a.pem CONSUL_CLIENT_KEY=/etc/consul.d/tls/a-key.pem '",
  );
  expect(parseYaml(contentOf(text, 'a/etc/patroni/consul.yml'))).toMatchObject({
    consul: { cert: '/etc/patroni/consul-client.pem', key: '/etc/patroni/consul-client-key.pem' },
  });
  expect(runbook(text)).toContain(
    '10.0.0.1 /etc/patroni/consul-client-key.pem postgres 0640 a-patroni-key.pem',
  );
});

test('a Patroni that cannot reach its store gets no file, and the runbook says so', () => {
  const text = `${patroni}patroni: { token: { env: T } }\nconfig: { addresses: { http: "unix:///run/c.sock" } }\n`;
  expect([...filesOf(text).keys()].filter((path) => path.includes('/etc/patroni/'))).toEqual([]);
  expect(runbook(text)).toContain('No `etc/patroni/consul.yml` for a b c');
  expect(runbook(text)).not.toContain('consul-token.yml');
});

test('certificates: flags and places, for those who need one', () => {
  const text = runbook(
    `${three}clients: [x]\ntls: { clients: auto_encrypt }\nconfig: { domain: example.org. }\nsystemd: { group: web }\n`,
  );
  expect(text).toContain(
    '\na -server -dc=dc1 -domain=example.org -node=a -additional-dnsname=a -additional-ipaddress=10.0.0.1\n',
  );
  expect(text).toContain('\nc -server -dc=dc1 -domain=example.org -node=c -additional-dnsname=c\nEND');
  expect(text).toContain('\n10.0.0.1 /etc/consul.d/tls/a-key.pem web 0640 a-key.pem\n');
  expect(text).toContain('\nx /etc/consul.d/tls/ca.pem web 0644 consul-agent-ca.pem\nEND');
});

test('a path that no command could hold is left to the reader', () => {
  const text = runbook(`${three}tls: {}\nconfig: { tls: { defaults: { key_file: "/x/$(id)" } } }\n`);
  expect(text).not.toContain('$(id)');
  expect(text).toContain(
    'Copy these yourself, the paths of the manifest cannot be written in a command: a b c.',
  );
});

test('keys next to the configuration are put right by tmpfiles, others are left alone', () => {
  const lines = (more: string) => contentOf(`${three}tls: {}\n${more}`, 'a/etc/tmpfiles.d/consul.conf');
  expect(lines('')).toContain('\nz /etc/consul.d/tls/a-key.pem 0640 root consul -\n');
  expect(lines('config: { tls: { defaults: { key_file: /etc/ssl/a.key } } }\n')).not.toContain('a.key');
  expect(lines("config: { tls: { defaults: { key_file: '/etc/consul.d/\"a' } } }\n")).not.toContain('"a');
});

const hostile = [
  'a\nb',
  'a"b',
  "a'b",
  '$(id)',
  '`id`',
  'a;id',
  'a b',
  '../x',
  '-rf /',
  '%n',
  'a\u2028b',
  '\u202ea',
];

test.each([
  ['tls.ca', (text: string) => ({ tls: { ca: `/etc/${text}` } })],
  ['tls.cert', (text: string) => ({ tls: { cert: text } })],
  ['tls.intro_token_file', (text: string) => ({ tls: { intro_token_file: `/${text}` } })],
  ['patroni.scope', (text: string) => ({ patroni: { scope: text } })],
  ['patroni.namespace', (text: string) => ({ patroni: { namespace: text } })],
  ['patroni.group', (text: string) => ({ patroni: { group: text } })],
  ['federation.primary', (text: string) => ({ federation: { primary: text } })],
])('%s takes nothing that a command or a path could be made of', (_, more) => {
  for (const text of hostile) {
    const manifest = { consul: '1.20', servers: ['a'], profile: 'patroni', ...more(text) };
    const { findings } = loadManifest(new Source('cluster.yaml', JSON.stringify(manifest)));
    expect([text, findings.map(({ rule }) => rule)]).toEqual([text, ['manifest/invalid']]);
  }
});

test('a domain, a service and a path of the options get into no command as more than they are', () => {
  const shape = (text: string): string => {
    const config = {
      domain: text,
      services: [{ name: text }],
      tls: { https: { ca_file: text, key_file: text } },
      ports: { http: -1 },
    };
    const tokens = { config_file_service_registration: { env: 'S' } };
    const cert = '/etc/consul.d/{domain}/{node}.pem';
    const manifest = { consul: '1.20', servers: ['a'], tls: { cert }, acl: { tokens }, config };
    const files = [...filesOf(JSON.stringify(manifest)).values()].filter(
      ({ path }) => !path.endsWith('.json'),
    );
    for (const { path, content } of files.filter((file) => file.path.endsWith('.hcl')))
      expect(parse(new Source(path, content), 'hcl').problems).toEqual([]);
    return files.map(({ path, content }) => `${path} ${content.split('\n').length}`).join('\n');
  };
  for (const text of hostile) expect(shape(text)).toBe(shape('a b'));
});

test('every policy is HCL, and every command one that a shell reads', () => {
  const commands: string[] = [];
  fc.assert(
    fc.property(manifests, (manifest) => {
      for (const [path, { content }] of filesOf(JSON.stringify(manifest))) {
        if (path.startsWith('acl/')) expect(parse(new Source(path, content), 'hcl').problems).toEqual([]);
        if (path !== 'RUNBOOK.md') continue;
        commands.push(...[...content.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)].map(([, code]) => code!));
      }
    }),
    { numRuns: 100 },
  );
  execFileSync('sh', ['-n'], { input: [...new Set(commands)].join('\n') });
}, 60_000);
