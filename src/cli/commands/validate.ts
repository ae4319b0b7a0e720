/** `validate`: what `consul validate` of a release would say, with places, everything at once, on any machine. */
import type { ConfigFormat } from '../../model/load/file.ts';
import { defaultVersion } from '../../options/versions.ts';
import { visibleLine } from '../../text/source/visible.ts';
import type { Command } from '../command.ts';
import { loadingNothing } from '../config-files.ts';
import { consulVersion } from '../consul-version.ts';
import { filesFrom } from '../files.ts';
import { CommandError, type ExitCode, exit, type Io, usageError } from '../io.ts';
import { destinations, formatFlag, printReport } from '../print.ts';
import { type HostOptions, hostFlags, hostOf } from '../validate/host.ts';
import { judge, type Question, together, type Verdict } from '../validate/verdicts.ts';

interface Options extends HostOptions {
  readonly consul?: string;
  readonly configFormat?: string;
  readonly each?: boolean;
  readonly format?: readonly string[];
}

export const command: Command<Options> = {
  arguments: '[path...]',
  description:
    'All paths together are the configuration of one agent: files, and directories of which the agent reads the same ' +
    'files in the same order. Exits with 1 exactly where `consul validate` of the release does. Conditions that hang ' +
    'on the host are judged for an assumed one, and said to be.',
  flags: [
    {
      flags: '-c, --consul <versions>',
      docs: `Consul release to judge for, or several between commas (default: ${defaultVersion})`,
    },
    { flags: '--config-format <format>', docs: 'read every file as json or hcl, whatever it is called' },
    { flags: '--each', docs: 'every path is an agent of its own; prints one line of JSON for each' },
    ...hostFlags,
    formatFlag,
  ],
  examples: [
    { line: 'consul-cfg validate /etc/consul.d', does: 'say what the newest agent would say' },
    {
      line: 'consul-cfg validate --consul 1.16,1.20,2.1 /etc/consul.d',
      does: 'see what an upgrade changes: findings of some releases only say which',
    },
    {
      line: 'consul-cfg validate --each nodes/*/consul.d',
      does: 'judge many nodes in one run, for another program to read',
    },
  ],
  run,
};

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  destinations(options.format);
  if (options.each && options.format) throw usageError('--each prints lines of JSON; leave out --format');
  const fs = filesFrom(io.cwd);
  const question: Question = {
    fs,
    versions: versionsOf(options.consul),
    format: formatOf(options.configFormat),
    host: await hostOf(options, fs, io),
  };
  // As the agent does: nothing to validate is no valid configuration.
  if (paths.length === 0) throw new CommandError('no file or directory to validate', exit.findings);
  if (options.each) {
    const { judgeEach } = await import('../validate/each.ts');
    return (await judgeEach(paths, question, io)) ? exit.findings : exit.clean;
  }
  const verdicts = await judge(paths, question);
  for (const said of loadingNothing(paths, fs, question.format)) io.stderr.write(`${visibleLine(said)}\n`);
  const report = { findings: together(verdicts), files: verdicts[0]?.files ?? 0 };
  const docs = options.format && (await (await import('../describe.ts')).loadDescribe());
  await printReport({ ...report, ...docs }, options.format, io);
  if ((options.format ?? ['pretty']).includes('pretty')) io.stdout.write(verdicts.map(lineOf).join(''));
  return codeOf(verdicts);
}

const lineOf = ({ version, refused }: Verdict): string =>
  `Consul ${version} ${refused ? 'refuses' : 'accepts'} this configuration.\n`;

const codeOf = (verdicts: readonly Verdict[]): ExitCode =>
  verdicts.some(({ refused }) => refused) ? exit.findings : exit.clean;

function versionsOf(text: string | undefined): readonly string[] {
  if (text === undefined) return [defaultVersion];
  return [...new Set(text.split(',').map((part) => consulVersion(part.trim())))];
}

/** Empty, it is none. Another format than these is what the agent itself refuses, so it is a verdict. */
function formatOf(text: string | undefined): ConfigFormat | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === 'json' || text === 'hcl') return text;
  throw new CommandError(`--config-format must be json or hcl, not ${text}`, exit.findings);
}
