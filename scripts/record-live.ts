/**
 * Records in which field of `/v1/agent/self` each option shows, from agents that you provide:
 *
 *     npx tsx scripts/record-live.ts 1.16=BINARY 1.20=BINARY 1.23=BINARY [--only PATH,…]
 *
 * For every option an agent is started without it and with another value than the default; what differs in DebugConfig is
 * written to test/corpus/live/fields.json, and for options that a cluster keeps, what differs in what it keeps. What a server, a
 * client and an agent with `-dev` run without them is written to test/corpus/live/defaults.json. Agents hide secrets in
 * their answers. Needs openssl, 127.0.0.0/8, unshare of util-linux, and a syslog for enable_syslog.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptFields } from '../src/app/doctor/shown.ts';
import { knownIn } from '../src/options/releases/versions.ts';
import { type Json, type Place, type Running, start } from './record-live/agent.ts';
import { makeCertificates } from './record-live/certificates.ts';
import { changed } from './record-live/changed.ts';
import { recordDefaults } from './record-live/defaults.ts';
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
const server9: Json = {
  node_name: 'server9',
  node_id: '88888888-2222-3333-4444-555555555555',
  server: true,
  bootstrap_expect: 1,
};
const known: Record<string, Recorded> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

for (const [i, [release, binary]] of binaries.entries())
  await recordAll(release, {
    binary,
    address: `127.0.0.${31 + i}`,
    server: `127.0.0.${41 + i}`,
    certificates,
  });
const sorted = Object.fromEntries(leaves().flatMap(({ path }) => (known[path] ? [[path, known[path]]] : [])));
mkdirSync(join(file, '..'), { recursive: true });
if (!only) await recordDefaults(binaries, toConfig({}), certificates);
writeFileSync(
  file,
  `{\n${Object.entries(sorted)
    .map(([path, one]) => `${JSON.stringify(path)}: ${JSON.stringify(one)}`)
    .join(',\n')}\n}\n`,
);

async function recordAll(release: string, place: Place): Promise<void> {
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
    const found = await recordOne(leaf.path, sample, place, bases);
    const { releases = {} } = known[leaf.path] ?? {};
    known[leaf.path] = {
      value: sample.value,
      ...(sample.with && { with: sample.with }),
      releases: { ...releases, [release]: found },
    };
    console.log(
      `${release} ${leaf.path}: ${typeof found === 'string' ? found.slice(-200) : Object.keys(found).join(' ')}`,
    );
  }
}

async function recordOne(
  path: string,
  sample: Sample,
  place: Place,
  bases: Map<string, Json>,
): Promise<Record<string, readonly [unknown, unknown]> | string> {
  const server = sample.server && start(toConfig({ ...server9, ...sample.server }), ofServer(place));
  try {
    await server?.ask('/v1/operator/autopilot/health');
    const key = JSON.stringify([sample.with, sample.client && path !== 'server', sample.server, sample.kept]);
    const before = bases.get(key) ?? (await run(sample, configOf(sample, {}), place));
    if (typeof before !== 'string') bases.set(key, before);
    const after = await run(sample, configOf(sample, { [path]: sample.value }), place);
    if (typeof before === 'string') return `base: ${before}`;
    return typeof after === 'string' ? after : changed(before, after);
  } finally {
    await server?.stop();
  }
}

function ofServer({ server = '', ...place }: Place): Place {
  return { ...place, address: server, server };
}

/** What the agent shows, and what its cluster keeps. */
async function run(sample: Sample, config: Json, place: Place): Promise<Json | string> {
  const agent = start(config, place);
  try {
    const self = await agent.ask('/v1/agent/self');
    if (!self) return agent.output().trim().split('\n').slice(-2).join(' ');
    return { ...(self.DebugConfig as Json), ...(sample.kept && (await keptBy(agent))) };
  } finally {
    await agent.stop();
  }
}

/** Once there is a leader, which writes it. */
async function keptBy(agent: Running): Promise<Json> {
  await agent.ask('/v1/operator/autopilot/health');
  const autopilot = await agent.ask('/v1/operator/autopilot/configuration');
  const ca = await agent.ask('/v1/connect/ca/configuration');
  return keptFields(autopilot, ca);
}

function configOf(sample: Sample, own: Json): Json {
  return toConfig({
    ...(sample.client ? {} : { server: true, bootstrap_expect: 1 }),
    ...sample.with,
    ...own,
  });
}

function toConfig(own: Json): Json {
  const config: Record<string, unknown> = {};
  const base: Json = {
    data_dir: 'DATA',
    node_name: 'node1',
    node_id: '99999999-2222-3333-4444-555555555555',
    bind_addr: '127.0.0.1',
    client_addr: '127.0.0.1',
    'addresses.http': '127.0.0.1 unix://SOCKET',
  };
  for (const [path, value] of Object.entries({ ...base, ...own })) put(config, path.split('.'), value);
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
