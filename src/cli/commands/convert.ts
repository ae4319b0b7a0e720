/** `convert`: HCL to JSON, JSON to HCL, YAML to either, without a change to what the agent reads. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ConfigFormat } from '../../model/file.ts';
import { decodeFile, parseFile } from '../../model/load.ts';
import { findOption } from '../../options/lookup.ts';
import { convert } from '../../text/convert.ts';
import { parse } from '../../text/parse.ts';
import { Source } from '../../text/source.ts';
import type { Tree } from '../../text/tree.ts';
import { toPlain } from '../../text/value.ts';
import type { Command } from '../command.ts';
import { consulFlag, consulVersion } from '../consul-version.ts';
import { CommandError, type ExitCode, exit, type Io, usageError } from '../io.ts';
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
    'The result means the same to the agent: that is checked before it is written, and where it could not be so the ' +
    'file is refused with the reasons. Comments are kept where the target has them; JSON has none. - is standard input.',
  flags: [
    consulFlag,
    {
      flags: '--from <format>',
      docs: 'what the file holds (default: by its name)',
      choices: ['hcl', 'json', 'yaml'],
    },
    {
      flags: '--to <format>',
      docs: 'what to write (default: json from HCL and YAML, hcl from JSON)',
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
  const version = consulVersion(options.consul);
  const from = options.from ?? formatOf(path);
  if (path === '-' && !io.piped) throw usageError('name a file, or pipe one in');
  const source = path === '-' ? await stdinSource(io) : readSource(path, io);
  const to = options.to ?? (from === 'json' ? 'hcl' : 'json');
  const result = convert(await parseAs(source, from, version), to, {
    isList: (option) => findOption(option)?.kind.shape === 'list',
  });
  if (result.text === undefined) {
    await explain(result.problems, 1, io);
    return exit.findings;
  }
  if (from !== 'yaml') refuseChange(source, from, new Source(path, result.text), to, version);
  if (result.lostComments > 0)
    io.stderr.write(`${lost(result.lostComments)} left out: JSON has no comments\n`);
  write(result.text, options, io);
  return exit.clean;
}

const lost = (count: number): string => (count === 1 ? '1 comment is' : `${count} comments are`);

function formatOf(path: string): Format {
  if (/\.ya?ml$/.test(path)) return 'yaml';
  if (path.endsWith('.json')) return 'json';
  if (path.endsWith('.hcl')) return 'hcl';
  throw usageError(`say what ${path === '-' ? 'standard input' : path} holds: --from hcl, json or yaml`);
}

async function parseAs(source: Source, from: Format, version: string): Promise<Tree> {
  if (from !== 'yaml') return parse(source, from, { consul: version });
  const { parseYaml } = await import('../../text/yaml/parse.ts');
  return parseYaml(source);
}

/** The agent unwraps lists of one where it finds blocks, which differ between the formats: so compare what it reads. */
function refuseChange(
  source: Source,
  from: ConfigFormat,
  result: Source,
  to: ConfigFormat,
  version: string,
): void {
  // A `.hcl` that is JSON is taken for the JSON that it looks like.
  const before = read(source, from === 'hcl' && /^\s*\{/.test(source.text) ? 'json' : from, version);
  const after = read(result, to, version);
  const paths = differences(before, after, source.file);
  if (paths.length === 0) return;
  throw new CommandError(
    `${source.file} cannot be said in ${to === 'hcl' ? 'HCL' : 'JSON'}: the agent would read ${paths.join(', ')} differently`,
    exit.findings,
  );
}

function read(source: Source, format: ConfigFormat, version: string): unknown {
  const { value } = decodeFile(parseFile(source, format, version), version);
  return value && withoutNulls(toPlain(value));
}

/** Null means "not set", and is left out of HCL. */
function withoutNulls(plain: unknown): unknown {
  if (Array.isArray(plain)) return plain.map(withoutNulls);
  if (typeof plain !== 'object' || plain === null) return plain;
  const kept = Object.entries(plain).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutNulls(value)]));
}

const maxPaths = 5;

/** The outermost members that differ. */
function differences(before: unknown, after: unknown, file: string): string[] {
  const names = new Set([...Object.keys(Object(before)), ...Object.keys(Object(after))]);
  try {
    const differing = [...names].filter(
      (name) => !isDeepStrictEqual(Object(before)[name], Object(after)[name]),
    );
    return differing.slice(0, maxPaths).map((name) => `\`${name}\``);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(`${file} nests too deeply to be compared`);
    throw error;
  }
}

function write(text: string, { out, force }: Options, io: Io): void {
  if (out === undefined) {
    io.stdout.write(text);
    return;
  }
  if (!force && existsSync(resolve(io.cwd, out)))
    throw new CommandError(`${out} exists already; say --force to replace it`);
  writeText(out, text, 0o640, io);
}
