/**
 * Records in which field of `/v1/agent/self` each option shows, from agents that you provide:
 *
 *     npx tsx scripts/record-live.ts 1.16=BINARY 1.20=BINARY 1.23=BINARY [--only PATH,…]
 *
 * For every option an agent is started without it and with another value than the default; what differs in DebugConfig is
 * written to test/corpus/live/fields.json. Agents hide secrets in their answers. Needs openssl, and 127.0.0.0/8.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knownIn } from '../src/options/releases/versions.ts';
import { type Json, selfOf } from './record-live/agent.ts';
import { changed } from './record-live/changed.ts';
import { leaves } from './record-live/leaves.ts';
import { type Sample, sampleOf } from './record-live/samples.ts';

interface Recorded {
  readonly value: unknown;
  readonly with?: Json;
  /** By release: each field that changed, before and after; or why the agent did not start. */
  readonly releases: Record<string, Record<string, readonly [unknown, unknown]> | string>;
}

const file = join(import.meta.dirname, '../test/corpus/live/fields.json');
const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1]!.split(',') : undefined;
const binaries = args
  .filter((word) => /^\d+\.\d+=/.test(word))
  .map((word) => word.split('=') as [string, string]);

const certificates = makeCertificates();
const known: Record<string, Recorded> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

await Promise.all(binaries.map(([release, binary], i) => recordAll(release, binary, `127.0.0.${31 + i}`)));
const sorted = Object.fromEntries(leaves().flatMap(({ path }) => (known[path] ? [[path, known[path]]] : [])));
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(
  file,
  `{\n${Object.entries(sorted)
    .map(([path, one]) => `${JSON.stringify(path)}: ${JSON.stringify(one)}`)
    .join(',\n')}\n}\n`,
);

async function recordAll(release: string, binary: string, address: string): Promise<void> {
  const bases = new Map<string, Json>();
  for (const leaf of leaves()) {
    if (
      leaf.trail.some((option) => !knownIn(option, release) || option.enterprise) ||
      (only && !only.includes(leaf.path))
    )
      continue;
    const sample = sampleOf(leaf.path, leaf.option);
    if (!sample) {
      console.log(`${leaf.path}: no sample`);
      continue;
    }
    known[leaf.path] ??= { value: sample.value, ...(sample.with && { with: sample.with }), releases: {} };
    const entry = Object.assign(known[leaf.path]!, { value: sample.value });
    const key = JSON.stringify([sample.with, sample.client && leaf.path !== 'server']);
    const before = bases.get(key) ?? (await run(binary, configOf(sample, {}), address));
    if (typeof before !== 'string') bases.set(key, before);
    const after = await run(binary, configOf(sample, { [leaf.path]: sample.value }), address);
    entry.releases[release] =
      typeof before === 'string'
        ? `base: ${before}`
        : typeof after === 'string'
          ? after
          : changed(before, after);
    const found = entry.releases[release]!;
    console.log(
      `${release} ${leaf.path}: ${typeof found === 'string' ? found.slice(-200) : Object.keys(found).join(' ')}`,
    );
  }
}

async function run(binary: string, config: Json, address: string): Promise<Json | string> {
  const { self, output } = await selfOf(binary, config, address, certificates);
  return self ? (self.DebugConfig as Json) : output.trim().split('\n').slice(-2).join(' ');
}

function configOf(sample: Sample, own: Json): Json {
  const config: Record<string, unknown> = {};
  const base: Json = {
    data_dir: 'DATA',
    node_name: 'node1',
    node_id: '99999999-2222-3333-4444-555555555555',
    bind_addr: '127.0.0.1',
    client_addr: '127.0.0.1',
    'addresses.http': '127.0.0.1 unix://SOCKET',
    ...(sample.client ? {} : { server: true, bootstrap_expect: 1 }),
  };
  for (const [path, value] of Object.entries({ ...base, ...sample.with, ...own }))
    put(config, path.split('.'), value);
  return config;
}

function put(object: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    object[name] = value;
    return;
  }
  object[name] ??= {};
  put(object[name] as Record<string, unknown>, rest, value);
}

function makeCertificates(): Record<string, string> {
  const at = mkdtempSync(join(tmpdir(), 'consul-live-certs-'));
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: at, stdio: 'pipe' });
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'key.pem',
    '-out',
    'cert.pem',
    '-days',
    '2',
    '-subj',
    '/CN=server.dc1.consul',
    '-addext',
    'subjectAltName=DNS:server.dc1.consul,DNS:localhost,IP:127.0.0.1',
  );
  const read = (name: string) => readFileSync(join(at, name), 'utf8');
  const made = {
    'ca.pem': read('cert.pem'),
    'ca/ca.pem': read('cert.pem'),
    'cert.pem': read('cert.pem'),
    'key.pem': read('key.pem'),
    'nine.js': '// nine\n',
  };
  rmSync(at, { recursive: true });
  return made;
}
