/**
 * The values that command lines give to options: what agents of 1.16, 1.20 and 1.23 answered that they run with
 * (`test/corpus/flags/effects.jsonl`, recorded by `scripts/record-flags.ts`), and what we read of the same words.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agrees } from '../../src/app/doctor/agree.ts';
import { runtimeFields } from '../../src/app/doctor/generated/runtime-fields.ts';
import type { ConfigFile } from '../../src/model/load/file.ts';
import { find } from '../../src/model/value-path.ts';
import { agent } from '../../src/options/agent.ts';
import { walk } from '../../src/options/lookup.ts';
import { type Flags, readFlags } from '../../src/subjects/unit/flags.ts';
import { Source } from '../../src/text/source/source.ts';
import { toPlain } from '../../src/text/tree/value.ts';
import { lintFiles } from '../support/lab.ts';

type Json = Readonly<Record<string, unknown>>;
type Changes = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
type Effect = string | { readonly of: 'client' | 'server'; readonly changes: Changes };
interface Row {
  readonly words: readonly string[];
  readonly releases: Readonly<Record<string, Effect>>;
}

const read = (file: string): string => readFileSync(new URL(`../corpus/${file}`, import.meta.url), 'utf8');
const [first, ...rest] = read('flags/effects.jsonl').trim().split('\n');
const { without } = JSON.parse(first!) as { without: Record<string, Record<string, Json>> };
const rows = rest.map((line) => JSON.parse(line) as Row);
const fields = JSON.parse(read('live/fields.json')) as Record<string, { releases: Record<string, Changes> }>;

const paths: string[] = [];
walk(agent, ({ path, option }) => {
  if (option.flag) paths.push(path);
});

function flagsOf(words: readonly string[]): Flags {
  const source = new Source('consul.service', words.join(' '));
  let from = 0;
  const placed = words.map((text) => {
    const start = from;
    from += text.length + 1;
    return { text, at: source.span(start, start + text.length) };
  });
  return readFlags(source, placed);
}

/** What we read: flags laid over the configuration, and lists under it. */
function readOf({ under, over }: Flags, path: string): unknown {
  const value = [over, under].flatMap((file: ConfigFile | undefined) =>
    file?.value ? (find(file.value, path) ?? []) : [],
  )[0];
  return value && toPlain(value);
}

/** Fields that an agent sets together with those of an option. */
const together: Readonly<Record<string, readonly string[]>> = {
  start_join: ['RetryJoinLAN'],
  start_join_wan: ['RetryJoinWAN'],
  read_replica: ['ReadReplica'],
  client_addr: ['DNSAddrs'],
};

const started = rows.flatMap(({ words, releases }) =>
  Object.entries(releases).flatMap(([release, effect]) =>
    typeof effect === 'string' ? [] : [{ line: words.join(' '), flags: flagsOf(words), release, ...effect }],
  ),
);

test('agents of three releases started with most lines', () => {
  expect(rows.length).toBeGreaterThan(270);
  for (const release of ['1.16', '1.20', '1.23'])
    expect(started.filter((one) => one.release === release).length, release).toBeGreaterThan(150);
});

test('each option has the value that the agent runs with', () => {
  const wrong = started.flatMap(({ line, flags, release, of, changes }) =>
    paths.flatMap((path) => {
      const ours = readOf(flags, path);
      const [field, form] = runtimeFields[path] ?? [];
      if (ours === undefined || field === undefined || form === undefined) return [];
      const theirs = changes[field] ? changes[field][1] : without[release]?.[of]?.[field];
      return agrees(ours, theirs, form)
        ? []
        : [`${release} ${line}: ${path} ${JSON.stringify([ours, theirs])}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('each difference in the agent is that of an option which we read', () => {
  const wrong = started.flatMap(({ line, flags, release, changes }) => {
    // Both set more than their own words say.
    if (flags.dev || flags.open) return [];
    const set = paths.filter((path) => readOf(flags, path) !== undefined);
    const explained = set.flatMap((path) => {
      const recorded = fields[path]?.releases[release];
      const own = Object.keys(typeof recorded === 'object' ? recorded : {});
      return [runtimeFields[path]?.[0], ...own, ...(together[path] ?? [])];
    });
    return Object.keys(changes)
      .filter((field) => !explained.some((one) => one === field || field.startsWith(`${one}.`)))
      .map((field) => `${release} ${line}: ${field} ${JSON.stringify(changes[field])}`);
  });
  expect(wrong).toEqual([]);
});

/** What a file, a log or an interface of the machine decides, and no word of the line. */
const leftOut: Readonly<Record<string, string>> = {
  '-config-dir': 'the file is not there',
  '-config-file': 'the file is not there',
  '--config-dir': 'the file is not there',
  '--config-file': 'the file is not there',
  '-hcl': 'its text is not read',
  '--hcl': 'its text is not read',
  '-recursor': 'only a resolver knows whether the name has an address',
  '--recursor': 'only a resolver knows whether the name has an address',
  '-syslog': 'no system logger runs',
  '-http-port=-1': 'it starts, and nothing answers over HTTP',
  '-serf-lan-allowed-cidrs=10.0.0.0/8': 'its own address, 127.0.0.1, is outside of the range',
};

test('what the agents refuse to start with is an error', () => {
  const silent = rows.flatMap(({ words, releases }) => {
    const line = words.join(' ');
    const why = leftOut[line] ?? leftOut[words[0]!.split('=', 1)[0]!];
    if (why !== undefined || Object.values(releases).some((effect) => typeof effect !== 'string')) return [];
    const files = {
      'consul.hcl': 'data_dir = "/opt/consul"\nbind_addr = "127.0.0.1"\n',
      'consul.service': `[Service]\nExecStart=/usr/bin/consul agent -config-file=consul.hcl ${line}\n`,
    };
    const isError = lintFiles(files, {}, '1.20').some(({ severity }) => severity === 'error');
    return isError ? [] : [`${line}: ${JSON.stringify(releases['1.20'])}`];
  });
  expect(silent).toEqual([]);
});
