/** `fmt`: configuration files in one layout, without a change to what Consul reads. */
import { format, reportOf } from '../../index.ts';
import { type FormattedFile, formatFiles } from '../../node.ts';
import { visibleLine } from '../../util/visible.ts';
import type { Command } from '../command.ts';
import { configFilesTexts } from '../input/config-files.ts';
import { type ConfigFormat, consulFlag, consulVersion } from '../input/flags.ts';
import { type ExitCode, exit, type Io, usageError, writeData } from '../io.ts';
import { attempt } from '../print/failure.ts';
import { printOnStderr } from '../print/report.ts';

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
  const isStdin = paths.length === 0 || paths.includes('-');
  const results = isStdin
    ? [await formattedInput(paths, options, io)]
    : await formattedFiles(paths, options, io);
  if (!options.check && !options.write) for (const { text } of results) writeData(io.stdout, text);
  const changed = results.filter((result) => result.changed);
  if (options.check || options.write)
    io.stdout.write(changed.map(({ file }) => `${visibleLine(file)}\n`).join(''));
  const problems = results.flatMap((result) => result.problems);
  if (problems.length > 0) await printOnStderr(reportOf(problems, results.length), io);
  return problems.length > 0 || (options.check && changed.length > 0) ? exit.findings : exit.clean;
}

async function formattedInput(
  paths: readonly string[],
  { write, consul, configFormat }: Options,
  io: Io,
): Promise<FormattedFile> {
  const release = consulVersion(consul);
  if (paths.length > 1) throw usageError('- is standard input, and takes no other path');
  if (write) throw usageError('standard input cannot be written; leave out --write');
  if (!io.piped) throw usageError('name a file, or pipe one in');
  const file = '<stdin>';
  return { file, ...format(await io.stdin(), { file, format: configFormat, consul: release }) };
}

async function formattedFiles(
  paths: readonly string[],
  { check, write, consul, configFormat }: Options,
  io: Io,
): Promise<readonly FormattedFile[]> {
  const asked = { consul: consulVersion(consul), format: configFormat, write, cwd: io.cwd };
  const results = await attempt(() => formatFiles(paths, asked), configFilesTexts(otherName));
  if (results.length > 1 && !check && !write) {
    throw usageError('several files: --write changes them, --check names those that would change');
  }
  return results;
}

const otherName = 'is neither .hcl nor .json; name the format with --config-format';
