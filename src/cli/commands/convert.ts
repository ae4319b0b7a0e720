/** `convert`: HCL to JSON, JSON to HCL, YAML to either, without a change to what the agent reads. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ConvertedText, convert, reportOf } from '../../index.ts';
import { convertFile, overwrite } from '../../node.ts';
import { visibleLine } from '../../util/visible.ts';
import type { Command } from '../command.ts';
import { type ConfigFormat, consulFlag, consulVersion } from '../input/flags.ts';
import { CommandError, type ExitCode, exit, type Io, usageError, writeData } from '../io.ts';
import { attempt } from '../print/failure.ts';
import { printOnStderr } from '../print/report.ts';

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
    'The result means the same to the agent, which reads a file by the ending of its name: that is checked before it ' +
    'is written, and otherwise the file is refused with the reasons. Comments are kept where the target has ' +
    'them; JSON has none. Comments and trailing commas in JSON, which no agent reads, are accepted. - is standard input.',
  flags: [
    consulFlag,
    {
      flags: '--from <format>',
      docs: 'format of the file (default: by its name)',
      choices: ['hcl', 'json', 'yaml'],
    },
    {
      flags: '--to <format>',
      docs: 'format to write (default: by the name of --out; else json from HCL and YAML, hcl from JSON)',
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
  const isStdin = path === '-';
  const from = options.from ?? formatNamed(path);
  if (isStdin && !io.piped) throw usageError('name a file, or pipe one in');
  const to = targetOf(options, from);
  const asked = { from, to, as: options.out, consul: consulVersion(options.consul) };
  const file = isStdin ? '<stdin>' : path;
  const result = isStdin
    ? await convert(await io.stdin(), { ...asked, file })
    : await attempt(() => convertFile(path, { ...asked, cwd: io.cwd }));
  if (result.text === undefined) return refuse(result, file, to, io);
  const { text, lostComments, refusal } = result;
  if (refusal !== undefined)
    io.stderr.write(`${visibleLine(file)} as it is cannot be read by an agent: ${refusal}\n`);
  if (lostComments > 0) io.stderr.write(`${lost(lostComments)} left out: JSON has no comments\n`);
  await write(text, options, io);
  return exit.clean;
}

async function refuse(
  { foreign, inexpressible, problems }: Extract<ConvertedText, { text: undefined }>,
  file: string,
  to: ConfigFormat,
  io: Io,
): Promise<ExitCode> {
  if (foreign !== undefined) throw new CommandError(`${visibleLine(file)} ${foreign}`, exit.findings);
  if (inexpressible !== undefined) {
    const language = to === 'hcl' ? 'HCL' : 'JSON';
    throw new CommandError(`${file} cannot be expressed in ${language}: ${inexpressible}`, exit.findings);
  }
  await printOnStderr(reportOf(problems, 1), io);
  return exit.findings;
}

/** An agent goes by the name of a file, so the name of the result determines its format. */
function targetOf({ to, out }: Options, from: Format): ConfigFormat {
  const named = (['hcl', 'json'] as const).find((format) => out?.endsWith(`.${format}`));
  if (to === 'hcl' && named === 'json')
    throw usageError(
      `an agent reads ${out} as JSON, by its name; leave out --to hcl, or choose another name`,
    );
  return to ?? named ?? (from === 'json' ? 'hcl' : 'json');
}

const lost = (count: number): string => (count === 1 ? '1 comment is' : `${count} comments are`);

function formatNamed(path: string): Format {
  if (/\.ya?ml$/.test(path)) return 'yaml';
  if (path.endsWith('.json')) return 'json';
  if (path.endsWith('.hcl')) return 'hcl';
  throw usageError(`name the format of ${path === '-' ? 'standard input' : path}: --from hcl, json or yaml`);
}

async function write(text: string, { out, force }: Options, io: Io): Promise<void> {
  if (out === undefined) {
    writeData(io.stdout, text);
    return;
  }
  if (!force && existsSync(resolve(io.cwd, out)))
    throw new CommandError(`${out} exists; --force replaces it`);
  await attempt(() => overwrite(out, text, { mode: 0o640, cwd: io.cwd }));
}
