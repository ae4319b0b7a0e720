/** `fmt`: configuration files in one layout, without a change to what they say. */
import type { ConfigFormat } from '../../model/load/file.ts';
import { format } from '../../text/format.ts';
import { parse } from '../../text/parse.ts';
import type { Problem } from '../../text/source/problem.ts';
import type { Source } from '../../text/source/source.ts';
import { visibleLine } from '../../text/source/visible.ts';
import type { Command } from '../command.ts';
import { configFiles } from '../config-files.ts';
import { consulFlag, consulVersion } from '../consul-version.ts';
import { type ExitCode, exit, type Io, usageError, writeData } from '../io.ts';
import { outsideOf } from '../outside.ts';
import { explain, type NewText, readSource, rewrite, stdinSource } from '../sources.ts';

interface Options {
  readonly consul?: string;
  readonly check?: boolean;
  readonly write?: boolean;
  readonly configFormat?: ConfigFormat;
}

export const command: Command<Options> = {
  arguments: '[path...]',
  description:
    'One option a line, values and comments in columns, two blanks of indent. Comments stay with what they speak of, ' +
    'and what Consul reads never changes; a file that it refuses, or of which it drops a part, stays as it is. ' +
    'Without a path, or for -, standard input is formatted. A directory stands for its .hcl and .json files, ' +
    'a tree for those of its nodes, which are found as `lint` finds them.',
  flags: [
    consulFlag,
    {
      flags: '--check',
      docs: 'write nothing; name the files that would change, and exit with 1 if there are any',
    },
    { flags: '-w, --write', docs: 'change the files, and name those that have changed' },
    {
      flags: '--config-format <format>',
      docs: 'what standard input, or any file, holds (default: by its name; hcl for standard input)',
      choices: ['hcl', 'json'],
    },
  ],
  examples: [
    { line: 'consul-cfg fmt --check /etc/consul.d', does: 'say which files are not formatted, for CI' },
    { line: 'consul-cfg fmt --write server.hcl', does: 'format a file' },
    { line: 'consul-cfg fmt - < server.hcl', does: 'format what comes in' },
  ],
  run,
};

interface Work {
  readonly source: Source;
  readonly format: ConfigFormat;
}

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  if (options.check && options.write) throw usageError('--check writes nothing; leave out --write');
  const version = consulVersion(options.consul);
  const isStdin = paths.length === 0 || paths.includes('-');
  const works = isStdin
    ? [await stdinWork(paths, options, io)]
    : await fileWorks(paths, options, version, io);
  const problems: Problem[] = [];
  const changed: NewText[] = [];
  for (const { source, format: as } of works) {
    const { text, problems: found } = format(parse(source, as, { consul: version }));
    for (const problem of found) problems.push(problem);
    if (text !== source.text) changed.push({ file: source.file, before: source.text, after: text });
    if (!options.check && !options.write) writeData(io.stdout, text);
  }
  if (options.write) rewrite(changed, io);
  if (options.check || options.write)
    io.stdout.write(changed.map(({ file }) => `${visibleLine(file)}\n`).join(''));
  if (problems.length > 0) await explain(problems, works.length, io);
  return problems.length > 0 || (options.check && changed.length > 0) ? exit.findings : exit.clean;
}

async function stdinWork(paths: readonly string[], options: Options, io: Io): Promise<Work> {
  if (paths.length > 1) throw usageError('- stands for standard input, and goes with no other path');
  if (options.write) throw usageError('standard input cannot be written; leave out --write');
  if (!io.piped) throw usageError('name a file, or pipe one in');
  return { source: await stdinSource(io), format: options.configFormat ?? 'hcl' };
}

async function fileWorks(
  paths: readonly string[],
  options: Options,
  version: string,
  io: Io,
): Promise<Work[]> {
  const files = await configFiles(paths, { version, format: options.configFormat, otherName }, io);
  if (files.length > 1 && !options.check && !options.write) {
    throw usageError('several files: say --write to change them, or --check to name those that would change');
  }
  const isOutside = outsideOf(io);
  const own = files.filter(({ path }) => !isOutside(path));
  return own.map(({ path, format: as }) => ({ source: readSource(path, io), format: as }));
}

const otherName = 'is neither .hcl nor .json; say which with --config-format';
