/** `validate`: the verdict of `consul validate` of a release, with locations, all at once, on any machine. */
import { newestConsulRelease } from '../../index.ts';
import { type PathValidateOptions, validate, validateEach } from '../../node.ts';
import { printableJson, visibleLine } from '../../util/visible.ts';
import type { Command } from '../command.ts';
import { loadsNothing } from '../input/agent.ts';
import { configFormat, consulVersion } from '../input/flags.ts';
import { type HostOptions, hostFlags, hostOf } from '../input/host.ts';
import { type StdinOptions, stdinFlag, withStdin } from '../input/stdin.ts';
import { CommandError, type ExitCode, exit, type Io, usageError, writeData } from '../io.ts';
import { destinations, formatFlag, printReport } from '../print/report.ts';

interface Options extends HostOptions, StdinOptions {
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
      docs: `Consul release to validate for, or several separated by commas (default: ${newestConsulRelease})`,
    },
    { flags: '--config-format <format>', docs: 'read every file as json or hcl, whatever its name' },
    {
      flags: '--each',
      docs: 'every path is the configuration of one agent; print one line of JSON for each',
    },
    ...hostFlags,
    formatFlag,
    stdinFlag,
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

async function run(given: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  destinations(options.format);
  if (options.each && options.format) throw usageError('--each prints lines of JSON; leave out --format');
  const { paths, texts } = await withStdin(given, options, io);
  const asked: PathValidateOptions = {
    cwd: io.cwd,
    texts,
    consul: options.consul?.split(',').map((part) => consulVersion(part.trim())),
    // `consul validate` itself refuses another format, so it is a verdict.
    format: configFormat(options.configFormat, exit.findings),
    ...hostOf(options, io),
  };
  // As the agent does: no configuration is not a valid one.
  if (paths.length === 0) throw new CommandError('no file or directory to validate', exit.findings);
  if (options.each) return printEach(paths, asked, io);
  const verdict = await validate(paths, asked);
  for (const path of verdict.withoutConfiguration)
    io.stderr.write(`${visibleLine(`${path} ${loadsNothing}`)}\n`);
  await printReport(verdict, options.format, io);
  if ((options.format ?? ['pretty']).includes('pretty'))
    for (const { release, accepted } of verdict.verdicts)
      io.stdout.write(`Consul ${release} ${accepted ? 'accepts' : 'refuses'} this configuration.\n`);
  return verdict.accepted ? exit.clean : exit.findings;
}

/** Lines are written together, since a call for each takes a tenth of the time that validating an agent takes. */
const chunk = 1 << 16;

/** A line of JSON for each path, as an agent of its own. */
async function printEach(paths: readonly string[], asked: PathValidateOptions, io: Io): Promise<ExitCode> {
  io.announce?.(paths.length);
  let code: ExitCode = exit.clean;
  let text = '';
  for await (const { path, release, accepted, findings } of validateEach(paths, asked)) {
    if (!accepted) code = exit.findings;
    text += `${printableJson({ path, consul: release, exit: accepted ? 0 : 1, findings })}\n`;
    if (text.length < chunk) continue;
    writeData(io.stdout, text);
    text = '';
  }
  writeData(io.stdout, text);
  return code;
}
