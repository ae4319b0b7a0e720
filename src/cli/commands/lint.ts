/** `lint`: everything that is wrong with files, nodes and clusters, before an agent starts. */
import {
  filterReport,
  type JsonReport,
  newestConsulRelease,
  type Preset,
  type Profile,
  passedOverText,
  rulePresets,
  ruleProfiles,
  type Severity,
} from '../../index.ts';
import { explainGrouping, lint, type PathLintOptions } from '../../node.ts';
import { plural } from '../../util/text.ts';
import { visibleLine } from '../../util/visible.ts';
import type { Command } from '../command.ts';
import { consulFlag } from '../input/flags.ts';
import { chosenLevels, type RuleOptions, ruleFlags } from '../input/rules.ts';
import { sessionOptions, sessionTexts } from '../input/session.ts';
import { type StdinOptions, stdinFlag, withStdin } from '../input/stdin.ts';
import { type ExitCode, exit, type Io, usageError } from '../io.ts';
import { withoutBaseline, writeBaseline } from '../print/baseline.ts';
import { attempt, failureError } from '../print/failure.ts';
import { countText, destinations, formatFlag, printReport } from '../print/report.ts';
import { watch, watchFlag } from '../watch.ts';

interface Options extends RuleOptions, StdinOptions {
  readonly consul?: string;
  readonly onHost?: boolean;
  readonly settings?: string;
  readonly profile?: Profile;
  readonly preset?: Preset;
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly diff?: boolean;
  readonly format?: readonly string[];
  readonly failOn: Severity;
  readonly maxWarnings?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly explainGrouping?: boolean;
  readonly quiet?: boolean;
  readonly watch?: boolean;
}

export const command: Command<Options> = {
  arguments: '[path...]',
  description:
    'Without a path, this directory. A path is a file, the configuration directory of one node, a tree of nodes (a directory whose children hold ' +
    'etc/consul.d or configuration files), a systemd unit, a file of Patroni, a Compose file or workloads of Kubernetes that start agents, or a ' +
    'cluster.yaml. Files of one node are merged first, as the agent does, with the flags of what starts it; nodes that are found together are linted as clusters, one ' +
    'for each datacenter. Settings come from the nearest consul-cfg.yaml, in the directory of a path or above it; a ' +
    'directory below that has its own is linted with these. Manifests called cluster.yaml in a directory are linted too.',
  flags: [
    {
      ...consulFlag,
      docs: `Consul release to lint for (default: the one that settings, units, images or variables nearby state, else ${newestConsulRelease})`,
    },
    formatFlag,
    {
      flags: '--profile <name>',
      docs: 'what the cluster is used for: turns on its rules',
      choices: ruleProfiles,
    },
    {
      flags: '--preset <name>',
      docs: 'which rules are on (default: recommended)',
      choices: rulePresets,
    },
    ...ruleFlags,
    { flags: '--settings <file>', docs: 'settings to use instead of the nearest consul-cfg.yaml' },
    { flags: '--fix', docs: 'apply safe fixes, which change nothing else, then report what is left' },
    { flags: '--fix-unsafe', docs: 'apply also fixes that a person should review' },
    { flags: '--diff', docs: 'print the fixes as a diff, and write nothing' },
    {
      flags: '--fail-on <level>',
      docs: 'exit with 1 at findings of this level',
      choices: ['error', 'warning'],
      default: 'error',
    },
    { flags: '--quiet', docs: 'report errors only, and nothing where there are none' },
    { flags: '--max-warnings <number>', docs: 'exit with 1 at more warnings than this' },
    { flags: '--baseline <file>', docs: 'report only findings that are not in this file' },
    { flags: '--write-baseline <file>', docs: 'write all findings into a baseline, and exit with 0' },
    {
      flags: '--on-host',
      docs: 'the files are those of this machine: check the files that they name, owners, modes and addresses too',
    },
    stdinFlag,
    watchFlag,
    { flags: '--explain-grouping', docs: 'print which files belong to which node, and why, then stop' },
  ],
  examples: [
    { line: 'consul-cfg lint /etc/consul.d', does: 'lint the configuration of one node' },
    {
      line: 'consul-cfg lint rendered --consul 1.16 --profile patroni',
      does: 'lint a tree of nodes as one cluster, for Consul 1.16, as the store of Patroni',
    },
    { line: 'consul-cfg lint --fix --diff .', does: 'print the fixes that would be applied' },
  ],
  run: (given, options, io) => {
    const paths = given.length > 0 || options.stdinFilename !== undefined ? given : ['.'];
    if (!options.watch) return run(paths, options, io);
    if (paths.length === 0 || paths.includes('-'))
      throw usageError('--watch needs files, not standard input');
    return watch(paths, io, (again) => run(paths, options, again));
  },
};

async function run(given: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  destinations(options.format);
  const limit = maxWarningsOf(options.maxWarnings);
  const { settings, profile, preset, onHost } = options;
  const levels = chosenLevels(options);
  const isFix = options.fix || options.fixUnsafe || options.diff;
  const { paths, texts } = await withStdin(given, options, io);
  if (texts && isFix && !options.diff) throw usageError('standard input cannot be written; leave out --fix');
  const asked = { ...sessionOptions(options.consul, io), settings, profile, preset, onHost, levels, texts };
  if (options.explainGrouping) return printGrouping(paths, asked, io);
  const report = isFix
    ? await fixed(paths, asked, options, io)
    : await attempt(() => lint(paths, asked), sessionTexts(io));
  return conclude(report, { ...options, limit }, io);
}

async function printGrouping(paths: readonly string[], asked: PathLintOptions, io: Io): Promise<ExitCode> {
  const { lines, failures } = await attempt(() => explainGrouping(paths, asked), sessionTexts(io));
  if (lines.length > 0) io.stdout.write(`${lines.map(visibleLine).join('\n')}\n`);
  if (failures.length > 0) throw failureError(failures, sessionTexts(io));
  return exit.clean;
}

/** What is left after fixes, which are written or shown. */
async function fixed(
  paths: readonly string[],
  asked: PathLintOptions,
  { fixUnsafe, diff }: Options,
  io: Io,
): Promise<JsonReport> {
  const { fixPaths } = await import('../input/fix.ts');
  const { printFixes, writeFixes } = await import('../print/fixes.ts');
  const { report, ...texts } = await fixPaths(paths, { ...asked, unsafe: fixUnsafe }, io);
  if (diff) printFixes(texts, io);
  else await writeFixes(texts, io);
  return report;
}

async function conclude(
  all: JsonReport,
  options: Options & { readonly limit: number },
  io: Io,
): Promise<ExitCode> {
  if (options.writeBaseline) {
    writeBaseline(options.writeBaseline, all, io);
    io.stdout.write(`${visibleLine(options.writeBaseline)}: ${plural(all.findings.length, 'finding')}\n`);
    return exit.clean;
  }
  const report = options.baseline ? withoutBaseline(options.baseline, all, io) : all;
  if (!options.diff) await (options.quiet ? printErrors : printAll)(report, options.format, io);
  return fails(report, options.failOn, options.limit) ? exit.findings : exit.clean;
}

/** What is written to files only is counted on standard error: an exit code needs a reason. */
async function printAll(report: JsonReport, formats: Options['format'], io: Io): Promise<void> {
  await printReport(report, formats, io);
  if (hasSentences(formats)) return;
  const { summary, checkedFor } = report;
  const rest = summary.passedOver && passedOverText(summary.passedOver);
  if (formats?.every((format) => format.includes('='))) io.stderr.write(`${countText(report)}\n`);
  if (rest !== undefined) io.stderr.write(`${rest}; --explain-grouping lists them.\n`);
  if (checkedFor !== undefined) io.stderr.write(`${visibleLine(checkedFor)}\n`);
}

async function printErrors(all: JsonReport, formats: Options['format'], io: Io): Promise<void> {
  const report = filterReport(all, ({ severity }) => severity === 'error');
  const onTerminal = (formats ?? ['pretty']).filter((format) => format.includes('=') || format !== 'pretty');
  const isClean = report.findings.length === 0;
  if (!isClean || onTerminal.length > 0) await printReport(report, isClean ? onTerminal : formats, io);
}

/** The formats that have a place for a sentence, on standard output. */
const hasSentences = (formats: readonly string[] = ['pretty']): boolean =>
  formats.some((format) => /^(?:pretty|json|sarif|html)$/.test(format));

function maxWarningsOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text)) throw usageError(`--max-warnings takes a number, not ${text}`);
  return Number(text);
}

const fails = ({ summary: { errors, warnings } }: JsonReport, failOn: Severity, limit: number): boolean =>
  warnings > limit || errors > 0 || (failOn === 'warning' && warnings > 0);
