/** `convert`: HCL to JSON, JSON to HCL, YAML to either, without a change to what the agent reads. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatOf } from '../../model/load/directory.ts';
import type { ConfigFormat } from '../../model/load/file.ts';
import { findOption } from '../../options/lookup.ts';
import { type Converted, convert, convertValues } from '../../text/convert.ts';
import { decode } from '../../text/decode.ts';
import { parse } from '../../text/parse.ts';
import type { Problem } from '../../text/source/problem.ts';
import { Source } from '../../text/source/source.ts';
import { visibleLine } from '../../text/source/visible.ts';
import type { Tree } from '../../text/tree/tree.ts';
import type { Command } from '../command.ts';
import { consulFlag, consulVersion } from '../consul-version.ts';
import { differences, type Reading, readAs, readParsed } from '../convert/proof.ts';
import { CommandError, type ExitCode, exit, type Io, usageError, writeData } from '../io.ts';
import { explain, readSource, stdinSource, writeText } from '../sources.ts';

type Format = ConfigFormat | 'yaml';

interface Options {
  readonly consul?: string;
  readonly from?: Format;
  readonly to?: ConfigFormat;
  readonly out?: string;
  readonly force?: boolean;
}

export const command: Command<Options> = {
  arguments: '<file>',
  description:
    'The result means the same to the agent, which reads a file by the end of its name: that is checked before it is ' +
    'written, and where it could not be so the file is refused with the reasons. Comments are kept where the target has ' +
    'them; JSON has none. Comments and trailing commas in JSON, which no agent reads, are understood. - is standard input.',
  flags: [
    consulFlag,
    {
      flags: '--from <format>',
      docs: 'what the file holds (default: by its name)',
      choices: ['hcl', 'json', 'yaml'],
    },
    {
      flags: '--to <format>',
      docs: 'what to write (default: by the name of --out; else json from HCL and YAML, hcl from JSON)',
      choices: ['hcl', 'json'],
    },
    {
      flags: '-o, --out <file>',
      docs: 'where to write it (default: standard output); an existing file is kept',
    },
    { flags: '--force', docs: 'let --out replace a file' },
  ],
  examples: [
    { line: 'consul-cfg convert server.json > server.hcl', does: 'turn JSON into HCL' },
    { line: 'consul-cfg convert server.hcl --out server.json', does: 'turn HCL into JSON' },
  ],
  run,
};

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const path = paths[0]!;
  const from = options.from ?? formatNamed(path);
  if (path === '-' && !io.piped) throw usageError('name a file, or pipe one in');
  const source = path === '-' ? await stdinSource(io) : readSource(path, io);
  const to = targetOf(options, from);
  const job: Job = { source, from, to, out: options.out, version: consulVersion(options.consul) };
  const before = await meaningOf(job);
  const proven = firstProven(await candidates(job), job, before);
  if ('problems' in proven) {
    await explain(proven.problems, 1, io);
    return exit.findings;
  }
  if (before.refusal !== undefined)
    io.stderr.write(`${visibleLine(source.file)} is what no agent reads as it stands: ${before.refusal}\n`);
  if (proven.lostComments > 0)
    io.stderr.write(`${lost(proven.lostComments)} left out: JSON has no comments\n`);
  write(proven.text, options, io);
  return exit.clean;
}

/** An agent goes by the name of a file, so that of the result says what it has to be. */
function targetOf({ to, out }: Options, from: Format): ConfigFormat {
  const named = out === undefined ? undefined : formatOf(out);
  if (to === 'hcl' && named === 'json')
    throw usageError(`an agent reads ${out} as JSON, by its name; leave out --to hcl, or call it otherwise`);
  return to ?? named ?? (from === 'json' ? 'hcl' : 'json');
}

interface Job {
  readonly source: Source;
  readonly from: Format;
  readonly to: ConfigFormat;
  readonly out: string | undefined;
  readonly version: string;
}

const lost = (count: number): string => (count === 1 ? '1 comment is' : `${count} comments are`);

function formatNamed(path: string): Format {
  if (/\.ya?ml$/.test(path)) return 'yaml';
  if (path.endsWith('.json')) return 'json';
  if (path.endsWith('.hcl')) return 'hcl';
  throw usageError(`say what ${path === '-' ? 'standard input' : path} holds: --from hcl, json or yaml`);
}

async function treeOf({ source, from, version }: Job): Promise<Tree> {
  if (from !== 'yaml') return parse(source, from, { consul: version });
  const { parseYaml } = await import('../../text/yaml/parse.ts');
  return parseYaml(source);
}

/** Texts that may mean the same: what keeps the layout, and what says all that Consul's reader of such a file keeps. */
async function candidates(job: Job): Promise<readonly Converted[]> {
  const { source, from, to, version } = job;
  const tree = await treeOf(job);
  const options = { isList: (option: string) => findOption(option)?.kind.shape === 'list' };
  const kept = convert(tree, to, options);
  const isReadAsHcl = from !== 'yaml' && formatOf(source.file) === 'hcl';
  const read = isReadAsHcl ? parse(source, 'hcl', { consul: version }) : tree;
  if (read.format !== 'json-in-hcl') return [kept];
  const values = convertValues(read, to, options);
  return decode(read).problems.length > 0 ? [values] : [kept, values];
}

/** What the agent reads in the source: by its name, as the agent goes by that, or else as it was said to be. */
async function meaningOf(job: Job): Promise<Reading> {
  const { source, from, version } = job;
  if (from === 'yaml') {
    const raw = decode(await treeOf(job)).value;
    return readParsed({ source, format: 'json', raw, findings: [], refused: false }, version);
  }
  const byName = readAs(source, formatOf(source.file) ?? from, version);
  return byName.refusal === undefined ? byName : readAs(source, from, version);
}

/** @throws CommandError where an agent would read each of them otherwise */
function firstProven(results: readonly Converted[], job: Job, before: Reading): Proven {
  const { source, from, to, out, version } = job;
  // What keeps an agent from reading JSON, and still leaves a text here, is a comment or a comma: its meaning is clear.
  const isClear = before.refusal === undefined || from === 'json';
  let why = before.refusal ?? '';
  for (const { text, lostComments } of isClear ? results : []) {
    if (text === undefined) continue;
    const name = out ?? `converted.${to}`;
    const after = readAs(new Source(name, text), formatOf(name) ?? to, version);
    const differing = differences(before, after);
    if (after.refusal === undefined && differing.length === 0) return { text, lostComments };
    why =
      after.refusal === undefined
        ? `the agent would read ${differing.slice(0, maxPaths).map(quoted).join(', ')} differently`
        : `the agent would refuse it: ${after.refusal}`;
  }
  const { problems } = results.at(-1)!;
  if (problems.length > 0) return { problems };
  const language = to === 'hcl' ? 'HCL' : 'JSON';
  throw new CommandError(`${source.file} cannot be said in ${language}: ${why}`, exit.findings);
}

const quoted = (name: string): string => `\`${name}\``;

type Proven =
  | { readonly text: string; readonly lostComments: number }
  /** Why there is none. */
  | { readonly problems: readonly Problem[] };

const maxPaths = 5;

function write(text: string, { out, force }: Options, io: Io): void {
  if (out === undefined) {
    writeData(io.stdout, text);
    return;
  }
  if (!force && existsSync(resolve(io.cwd, out)))
    throw new CommandError(`${out} exists already; say --force to replace it`);
  writeText(out, text, 0o640, io);
}
