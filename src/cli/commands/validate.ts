/** `validate`: the verdict of `consul validate` of a release, with locations, all at once, on any machine. */
import { loadingNothing } from '../../app/files/loading-nothing.ts';
import { machineFiles } from '../../app/machine/files.ts';
import { mergedFindings, type ValidateInput, type Verdict, validate } from '../../app/validate.ts';
import { defaultVersion } from '../../options/releases/versions.ts';
import { visibleLine } from '../../text/source/visible.ts';
import type { Command } from '../command.ts';
import { loadsNothing } from '../input/agent.ts';
import { configFormat, consulVersion } from '../input/flags.ts';
import { type HostOptions, hostFlags, hostOf } from '../input/host.ts';
import { CommandError, type ExitCode, exit, type Io, usageError } from '../io.ts';
import { destinations, formatFlag, printReport } from '../print/report.ts';

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
    'files in the same order. Exits with 1 exactly where `consul validate` of the release does. Conditions that depend ' +
    'on the host are checked for an assumed one, and the finding says so.',
  flags: [
    {
      flags: '-c, --consul <versions>',
      docs: `Consul release to validate for, or several separated by commas (default: ${defaultVersion})`,
    },
    { flags: '--config-format <format>', docs: 'read every file as json or hcl, whatever its name' },
    {
      flags: '--each',
      docs: 'every path is the configuration of one agent; print one line of JSON for each',
    },
    ...hostFlags,
    formatFlag,
  ],
  examples: [
    { line: 'consul-cfg validate /etc/consul.d', does: 'print the verdict of the newest agent' },
    {
      line: 'consul-cfg validate --consul 1.16,1.20,2.1 /etc/consul.d',
      does: 'see what an upgrade changes: findings of some releases name them',
    },
    {
      line: 'consul-cfg validate --each nodes/*/consul.d',
      does: 'validate many nodes in one run, for another program to read',
    },
  ],
  run,
};

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  destinations(options.format);
  if (options.each && options.format) throw usageError('--each prints lines of JSON; leave out --format');
  const files = machineFiles(io.cwd);
  const input: ValidateInput = {
    paths,
    files,
    versions: versionsOf(options.consul),
    // `consul validate` itself refuses another format, so it is a verdict.
    format: configFormat(options.configFormat, exit.findings),
    host: await hostOf(options, files, io),
  };
  // As the agent does: no configuration is not a valid one.
  if (paths.length === 0) throw new CommandError('no file or directory to validate', exit.findings);
  if (options.each) {
    const { validateEach } = await import('../print/verdict-lines.ts');
    return (await validateEach(input, io)) ? exit.findings : exit.clean;
  }
  const verdicts = await validate(input);
  for (const path of loadingNothing(paths, files, input.format))
    io.stderr.write(`${visibleLine(`${path} ${loadsNothing}`)}\n`);
  const report = { findings: mergedFindings(verdicts), files: verdicts[0]?.files ?? 0 };
  const docs = options.format && (await (await import('../../app/rule-info.ts')).loadDescribe());
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
