/**
 * Records with which values real agents run behind the command lines of `test/corpus/flags/command-lines.jsonl` that they accept:
 *
 *     npx tsx scripts/record-flags.ts 1.16=BINARY 1.20=BINARY 1.23=BINARY
 *
 * Each agent gets a configuration without the flags, a directory and a network namespace of its own (`unshare` of util-linux), and is
 * ended when it has answered. What differs in DebugConfig is written to `test/corpus/flags/effects.jsonl`, or why it did not start.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeFields } from '../src/app/doctor/generated/runtime-fields.ts';
import { fieldOf } from '../src/app/doctor/json.ts';
import { agent } from '../src/options/agent.ts';
import { walk } from '../src/options/lookup.ts';
import { type Json, selfOf } from './record-live/agent.ts';
import { changed } from './record-live/changed.ts';

const folder = join(import.meta.dirname, '../test/corpus/flags');
const binaries = process.argv.slice(2).map((word) => word.split('=') as [string, string]);
const lines = readFileSync(join(folder, 'command-lines.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as [string, ...string[]])
  .filter(([verdict]) => verdict === 'ok');

const base: Json = {
  data_dir: 'DATA',
  node_name: 'node1',
  node_id: '99999999-2222-3333-4444-555555555555',
  bind_addr: '127.0.0.1',
  disable_update_check: true,
  addresses: { http: '127.0.0.1 unix://SOCKET' },
};

/** A server where a client does not start with the flags. */
const configs: readonly (readonly [of: string, Json])[] = [
  ['client', base],
  ['server', { ...base, server: true }],
];

/** Those that show an option with a flag. */
const fields: readonly string[] = shownFields();

function shownFields(): readonly string[] {
  const found: string[] = [];
  walk(agent, ({ path, option }) => {
    const field = option.flag && runtimeFields[path]?.[0];
    if (field) found.push(field);
  });
  return found;
}

type Effect = Json | string;

async function run(binary: string, config: Json, words: readonly string[]): Promise<Effect> {
  const { self, output, ended } = await selfOf(config, {
    binary,
    address: '127.0.0.1',
    certificates: {},
    flags: words,
  });
  if (self) return self.DebugConfig as Json;
  return ended ? reasonIn(output) : 'no answer';
}

/** Times differ from run to run. */
const reasonIn = (output: string): string =>
  (output.split('\n').findLast((line) => /==>|^\s*\*|\[ERROR\]/.test(line)) ?? '')
    .replace(/^\S+T\S+\s+/, '')
    .trim()
    .slice(0, 300);

const started = (effect: Effect | undefined): effect is Json => typeof effect === 'object';

interface Recorded {
  /** Without any of the command lines. */
  readonly without: Record<string, Json>;
  readonly effects: readonly Effect[];
}

async function recordAll(binary: string): Promise<Recorded> {
  const alone = new Map<string, Json>();
  for (const [of, config] of configs) alone.set(of, (await run(binary, config, [])) as Json);
  const effects: Effect[] = [];
  for (const [, ...words] of lines) {
    let effect: Effect | undefined;
    for (const [of, config] of configs) {
      const found = await run(binary, config, words);
      if (started(found)) effect = { of, changes: changed(alone.get(of), found) };
      effect ??= found;
      if (started(effect)) break;
    }
    effects.push(effect!);
    if (effects.length % 50 === 0) console.log(`${binary}: ${effects.length} of ${lines.length}`);
  }
  const shown = (config: Json): Json =>
    Object.fromEntries(fields.map((field) => [field, fieldOf(config, field) ?? null]));
  return { without: Object.fromEntries([...alone].map(([of, config]) => [of, shown(config)])), effects };
}

const recorded: [string, Recorded][] = [];
for (const [release, binary] of binaries) recorded.push([release, await recordAll(binary)]);
const rows = [
  { without: Object.fromEntries(recorded.map(([release, { without }]) => [release, without])) },
  ...lines.map(([, ...words], i) => ({
    words,
    releases: Object.fromEntries(recorded.map(([release, { effects }]) => [release, effects[i]])),
  })),
];
writeFileSync(join(folder, 'effects.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
console.log(`${lines.length} command lines`);
