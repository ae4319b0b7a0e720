/**
 * Deprecated options, each alone and in pairs, in both formats, with safe and with all fixes: what an agent took it
 * takes afterwards, no value is lost, and nothing is written twice. `ALL=1` runs every pair.
 */
import { describe, expect, it } from 'vitest';
import { effective, type Files } from '../support/lab.ts';
import { areAccepted, fixFiles } from './lab.ts';

type Options = Readonly<Record<string, unknown>>;

const base: Options = {
  node_name: 's1',
  data_dir: '/var/lib/consul',
  bind_addr: '10.0.0.1',
  server: true,
  bootstrap_expect: 3,
  retry_join: ['s1', 's2', 's3'],
  encrypt: 'Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE=',
};

const uuid = (digit: number): string => `${digit}1111111-2222-3333-4444-555555555555`;

const parts: readonly Options[] = [
  { ca_file: '/a.pem' },
  { acl_datacenter: 'dc1' },
  { cert_file: '/c.pem' },
  { acl_default_policy: 'deny' },
  { key_file: '/k.pem' },
  { acl_token: uuid(1) },
  { verify_incoming: true },
  { acl_master_token: uuid(2) },
  { verify_outgoing: true },
  { acl_agent_token: uuid(3) },
  { verify_incoming_rpc: true },
  { acl_replication_token: uuid(4) },
  { verify_incoming_https: true },
  { enable_acl_replication: true },
  { verify_server_hostname: true },
  { acl_down_policy: 'extend-cache' },
  { tls_min_version: 'tls12' },
  { acl_enable_key_list_policy: true },
  { tls_cipher_suites: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' },
  { acl_ttl: '30s' },
  { ca_path: '/ca' },
  { acl: { enabled: true } },
  { tls: { defaults: { ca_file: '/a.pem' } } },
  { acl: { tokens: { master: uuid(5) } } },
  { tls: { internal_rpc: { verify_incoming: true } } },
  { ui: true },
  { ui_dir: '/ui' },
  { ui_content_path: '/ui/' },
  { start_join: ['s2'] },
  { start_join_wan: ['w'] },
  { enable_script_checks: true },
  { leave_on_terminate: true },
  { autopilot: { cleanup_dead_servers: true } },
  { statsd_addr: '127.0.0.1:1' },
  { statsite_prefix: 'x' },
  { dogstatsd_addr: '127.0.0.1:1' },
  { telemetry: { disable_hostname: true } },
  { http_api_response_headers: { a: 'b' } },
  { disable_remote_exec: true },
  { encrypt_verify_incoming: false },
  { encrypt_verify_outgoing: false },
  { ports: { grpc: 8502, https: 8501 } },
  { connect: { enabled: true } },
  { raft_protocol: 2 },
  { recursor: '8.8.8.8' },
  { addresses: { grpc: '0.0.0.0' } },
  { dns_config: { allow_stale: true } },
  { performance: { raft_multiplier: 5 } },
];

function hcl(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(hcl).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const lines = Object.entries(value).map(([name, inner]) => line(name, inner));
  return `{\n${lines.join('')}}`;
}

const line = (name: string, value: unknown): string =>
  `${name} ${typeof value === 'object' && !Array.isArray(value) ? '' : '= '}${hcl(value)}\n`;

function filesOf(options: Options, format: string): Files {
  if (format === 'json') return { 'a.json': JSON.stringify(options, undefined, 2) };
  return {
    'a.hcl': Object.entries(options)
      .map(([name, value]) => line(name, value))
      .join(''),
  };
}

function together(one: Options, other: Options): Options {
  const merged: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const there = merged[name];
    const areBlocks = typeof there === 'object' && typeof value === 'object' && !Array.isArray(value);
    merged[name] = areBlocks ? { ...there, ...value } : value;
  }
  return merged;
}

/** Every pair, or each with the next ones, which are those of another block and of the same. */
function* combinations(): Generator<Options> {
  const reach = process.env.ALL ? parts.length : 2;
  for (const [i, part] of parts.entries()) {
    yield together(base, part);
    for (const other of parts.slice(i + 1, i + 1 + reach)) yield together(together(base, part), other);
  }
}

/** Options that are not as they were, though no mended finding names them. */
function unnamed(before: Files, after: Files, named: readonly string[]): string[] {
  const [old] = [...effective(before, '1.16').values()];
  const [now] = [...effective(after, '1.16').values()];
  return [...old!.keys()].filter(
    (path) =>
      old!.get(path) !== now!.get(path) &&
      !named.some((name) => path.startsWith(name.replace(/\[\d+\]$/, ''))),
  );
}

describe.each(['hcl', 'json'])('deprecated options in %s', (format) => {
  it.each([
    ['safe', false],
    ['all', true],
  ])('keep their values through %s fixes', (_name, all) => {
    for (const options of combinations()) {
      const files = filesOf(options, format);
      if (!areAccepted(files, '1.16')) continue;
      const how = { consul: '1.16', patroni: all, ...(all && { wanted: () => true }) };
      const { now, fixed, dropped } = fixFiles(files, how);
      const named = fixed.flatMap(({ path, fix }) => [...(path ? [path] : []), ...(fix?.sets ?? [])]);
      expect([now, areAccepted(now, '1.16')]).toEqual([now, true]);
      expect([now, unnamed(files, now, named)]).toEqual([now, []]);
      expect([now, dropped.map(({ why }) => why)]).toEqual([now, []]);
      for (const text of Object.values(now)) {
        const blocks =
          text.match(/^ {0,2}"?(?:tls|acl|autopilot|ui_config|telemetry|performance)"?(?=:? *\{)/gm) ?? [];
        expect([text, new Set(blocks).size]).toEqual([text, blocks.length]);
      }
      expect([now, fixFiles(now, how).files]).toEqual([now, []]);
    }
  });
});
