/** `fmt`: configuration files in one layout, without a change to what Consul reads. */
import { isFailed } from '../../app/failure.ts';
import { type Formatted, format, formatFiles } from '../../app/format.ts';
import { outsideOf } from '../../app/machine/outside.ts';
import type { ConfigFormat } from '../../model/load/file.ts';
import type { Source } from '../../text/source/source.ts';
import { visibleLine } from '../../text/source/visible.ts';
import type { Command } from '../command.ts';
import { configFilesError, configFilesInput } from '../input/config-files.ts';
import { consulFlag, consulVersion } from '../input/flags.ts';
import { type ExitCode, exit, type Io, usageError, writeData } from '../io.ts';
import { explain, type NewText, rewrite, stdinSource } from '../print/sources.ts';

interface Options {
  readonly consul?: string;
  readonly check?: boolean;
  readonly write?: boolean;
  readonly configFormat?: ConfigFormat;
}

export const command: Command<Options> = {
  arguments: '[path...]',
  description:
    'One option a line, values and comments in columns, indented by two spaces. Comments stay with what they are about, ' +
    'and what Consul reads never changes; a file that it refuses, or of which it ignores a part, stays as it is. ' +
    'Without a path, or for -, standard input is formatted. A directory means its .hcl and .json files, a tree those ' +
    'of its nodes, which are found as `lint` finds them.',
  flags: [
    consulFlag,
    {
      flags: '--check',
      docs: 'write nothing; name the files that would change, and exit with 1 if there are any',
    },
    { flags: '-w, --write', docs: 'change the files, and name those that have changed' },
    {
      flags: '--config-format <format>',
      docs: 'format of standard input, or of any file (default: by its name; hcl for standard input)',
      choices: ['hcl', 'json'],
    },
  ],
  examples: [
    { line: 'consul-cfg fmt --check /etc/consul.d', does: 'list the files that are not formatted, for CI' },
    { line: 'consul-cfg fmt --write server.hcl', does: 'format a file' },
    { line: 'consul-cfg fmt - < server.hcl', does: 'format standard input' },
  ],
  run,
};

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  if (options.check && options.write) throw usageError('--check writes nothing; leave out --write');
  const version = consulVersion(options.consul);
  const isStdin = paths.length === 0 || paths.includes('-');
  const results = isStdin
    ? [format(await inputSource(paths, options, io), options.configFormat ?? 'hcl', version)]
    : await formattedFiles(paths, options, version, io);
  const changed = results.filter(({ source, text }) => text !== source.text);
  if (!options.check && !options.write) for (const { text } of results) writeData(io.stdout, text);
  else {
    if (options.write) rewrite(changed.map(newText), io);
    io.stdout.write(changed.map(({ source }) => `${visibleLine(source.file)}\n`).join(''));
  }
  const problems = results.flatMap((result) => result.problems);
  if (problems.length > 0) await explain(problems, results.length, io);
  return problems.length > 0 || (options.check && changed.length > 0) ? exit.findings : exit.clean;
}

const newText = ({ source, text }: Formatted): NewText => ({
  file: source.file,
  before: source.text,
  after: text,
});

async function inputSource(paths: readonly string[], options: Options, io: Io): Promise<Source> {
  if (paths.length > 1) throw usageError('- is standard input, and takes no other path');
  if (options.write) throw usageError('standard input cannot be written; leave out --write');
  if (!io.piped) throw usageError('name a file, or pipe one in');
  return stdinSource(io);
}

async function formattedFiles(
  paths: readonly string[],
  { check, write, configFormat }: Options,
  version: string,
  io: Io,
): Promise<readonly Formatted[]> {
  const results = await formatFiles(await configFilesInput(paths, { version, format: configFormat }, io));
  if (isFailed(results)) throw configFilesError(results, otherName);
  if (results.length > 1 && !check && !write) {
    throw usageError('several files: --write changes them, --check names those that would change');
  }
  const isOutside = outsideOf(io);
  return results.filter(({ source }) => !isOutside(source.file));
}

const otherName = 'is neither .hcl nor .json; name the format with --config-format';
