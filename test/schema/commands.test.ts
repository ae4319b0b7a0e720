/** The commands check, schema and explain, run in process. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository, run } from '../support/run.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'consul-cfg-check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function check(file: string, text: string, ...flags: string[]) {
  writeFileSync(join(folder, file), text);
  const { code, stdout } = await run(['check', file, '--format', 'compact', ...flags], { cwd: folder });
  return { code, lines: stdout.trimEnd().split('\n').filter(Boolean) };
}

describe('check', () => {
  test.each([
    ['fragment.json', '{ "services": [{ "name": "web", "port": 80 }] }'],
    ['fragment.hcl', 'acl { tokens { agent = "x" } }\n'],
    ['empty.hcl', '# nothing\n'],
    ['zero.json', ''],
    ['lenient.json', '{ "Server": [true], "ports": [{ "http": 8500 }], "node_name": null }'],
    ['alias.json', '{ "checks": [{ "ServiceID": "a", "ttl": "1s" }] }'],
    ['template.hcl', 'bind_addr = "{{ GetPrivateIP }}"\n'],
    ['deprecated.hcl', 'ui = true\nstart_join = ["10.0.0.1"]\n'],
    [
      'watch.json',
      '{ "watches": [{ "type": "service", "service": "a", "tag": ["x"], "args": ["/bin/x"] }] }',
    ],
    ['unread.json', '{ "snapshot_agent": { "x": [1] }, "connect": { "ca_config": { "anything": 1 } } }'],
  ])('takes %s', async (file, text) => {
    expect(await check(file, text)).toMatchObject({ code: 0 });
  });

  test('takes config entries in all the forms in which the agent does', async () => {
    const text = JSON.stringify({
      config_entries: {
        bootstrap: [
          { Kind: 'service-defaults', Name: 'web', Protocol: 'HTTP', MaxInboundConnections: '5' },
          {
            kind: 'service-resolver',
            name: 'web',
            CONNECT_TIMEOUT: 5_000_000_000,
            Failover: { '*': { datacenters: 'dc2' } },
          },
          { kind: 'mesh', tls: [{ incoming: { cipher_suites: [] } }], CreateIndex: 1 },
          { kind: 'service-splitter', name: 'web', splits: { weight: '100' } },
          { kind: 'proxy-defaults', name: 'global', expose: { checks: 'true' }, config: { anything: [1] } },
        ],
      },
    });
    expect(await check('entries.json', text)).toMatchObject({ code: 0, lines: [] });
  });

  test('says where and what', async () => {
    const { code, lines } = await check(
      'bad.hcl',
      [
        'retry_interval = "30"',
        'log_level = "loud"',
        'htpp = 1',
        'ports { http = 70000 }',
        'telemetry { prefix_filter = ["consul.raft"] }',
        'watches = [{ type = "key", foo = 1 }]',
        'config_entries { bootstrap = [',
        '  { kind = "service-defaults", name = "web", protokol = "http" },',
        '  { kind = "nope" },',
        '] }',
        'encrypt = "N0t!Base64+"',
      ].join('\n'),
    );
    expect(code).toBe(1);
    const reported = lines.map((line) => line.replace(/^[^:]*:/, ''));
    expect(reported).toEqual([
      expect.stringMatching(/^1:18.*retry_interval must be a Go duration.*refuses anything else/),
      expect.stringMatching(/^2:13.*log_level must be one of.*does not start/),
      expect.stringMatching(/^3:1.*no option htpp/),
      expect.stringMatching(/^4:16.*ports\.http must be a port number/),
      expect.stringMatching(/^5:\d+.*warning.*prefix_filter\[0\] must be a metric prefix/),
      expect.stringMatching(/^6:28.*watches\[0\]\.foo/),
      expect.stringMatching(/^8:46.*protokol.*Did you mean protocol/),
      expect.stringMatching(/^9:12.*kind must be one of service-defaults/),
      expect.stringMatching(/^11:11.*encrypt must be base64/),
    ]);
    expect(lines.join()).not.toContain('secret-but-wrong');
  });

  test('checks for one release', async () => {
    const text = '{ "acl": { "tokens": { "dns": "x" } }, "raft_logstore": { "backend": "default" } }';
    expect((await check('release.json', text, '--consul', '1.16')).lines).toHaveLength(2);
    expect((await check('release.json', text, '--consul', '1.17')).code).toBe(0);
  });

  test('refuses what it cannot read', async () => {
    expect(await run(['check', 'missing.json'], { cwd: folder })).toMatchObject({
      code: 3,
      stderr: 'consul-cfg: missing.json does not exist\n',
    });
    expect(await run(['check', '--consul', '9.9', 'x.json'], { cwd: folder })).toMatchObject({ code: 2 });
  });
});

describe('schema', () => {
  test('prints the schema that ships', async () => {
    const { code, stdout } = await run(['schema', '--consul', '1.18.1']);
    expect(code).toBe(0);
    const shipped = readFileSync(join(repository, 'schemas/consul-agent-1.18.schema.json'), 'utf8');
    expect(JSON.parse(stdout)).toEqual(JSON.parse(shipped));
  });

  test('without a release, the one for all', async () => {
    const { stdout } = await run(['schema']);
    expect(JSON.parse(stdout).title).toBe('Consul agent configuration');
  });
});

describe('explain', () => {
  const explain = async (...argv: string[]) => (await run(['explain', ...argv])).stdout;

  test('an option', async () => {
    const text = await explain('ports.grpc_tls');
    expect(text.split('\n').slice(0, 9)).toEqual([
      'ports.grpc_tls',
      '  gRPC with TLS. Servers open it unasked, since dataplanes and peers connect to',
      '  it; clients only when it is set.',
      '',
      '  type     a port number up to 65535, or -1 to switch it off',
      '  default  8503 on servers, -1 on clients',
      '  known    from before Consul 1.15 on',
      '  change   needs a restart',
      '  refused  another value: by `consul validate` and the agent',
    ]);
    expect(text).toMatch(/^ {2}flag {5}-grpc-tls-port$/m);
    expect(text).toMatch(/^ {2}rules {4}.*ports\/collision, /m);
  });

  test.each([
    ['-retry-join', 'retry_join'],
    ['retry-join', 'retry_join'],
    ['grpc-tls-port', 'ports.grpc_tls'],
    ['ports.htpp', 'ports.http'],
    ['serf_lan_allowed_cidr', 'serf_lan_allowed_cidrs'],
    ['statsd_addr', 'telemetry.statsd_address'],
    ['gossip_interval', 'gossip_lan.gossip_interval'],
    ['config_entries.bootstrap[].mesh.tls', 'config_entries.bootstrap[].mesh.tls'],
  ])('%s leads to %s', async (name, path) => {
    expect(await explain(name)).toMatch(new RegExp(`^ *${path.replace(/[.[\]]/g, '\\$&')}$`, 'm'));
  });

  test('what is deprecated, and since when', async () => {
    expect(await explain('acl_token')).toContain('since 1.4; use acl.tokens.default');
    expect(await explain('acl.tokens.dns', '--consul', '1.16')).toContain('from Consul 1.17 on, not in 1.16');
    expect(await explain('raft_logstore.backend', '--consul', '1.16')).toContain('default  "boltdb"');
  });

  test('a rule', async () => {
    expect(await explain('option/unknown')).toContain('Consul has no option of this name.');
  });

  test('as data', async () => {
    expect(JSON.parse(await explain('--json', 'ports.http'))).toMatchObject({
      path: 'ports.http',
      default: '8500',
      flag: '-http-port',
    });
  });

  test('nothing that comes near', async () => {
    expect(await run(['explain', 'zzzzzz'])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('zzzzzz'),
    });
    expect((await run(['explain', '__proto__'])).code).toBe(3);
  });
});
