/** `lint`: everything that is wrong with files, nodes and clusters, before an agent starts. */

import { isFailed } from '../../app/failure.ts';
import { type LintOptions, type LintResult, lintSession } from '../../app/lint/lint.ts';
import { openSession, type Session } from '../../app/lint/session.ts';
import { outsideOf, withoutOutside } from '../../app/machine/outside.ts';
import { atLeast, type Finding, type Severity } from '../../finding.ts';
import type { FixRun } from '../../fix/fix.ts';
import { defaultVersion } from '../../options/releases/versions.ts';
import { passedOverCounts } from '../../report/passed-over.ts';
import { passedOverText } from '../../report/report.ts';
import { presets, profiles } from '../../rules/presets.ts';
import { clusterViews } from '../../subjects/cluster/cluster-views.ts';
import { visibleLine } from '../../text/source/visible.ts';
import { plural } from '../../util/text.ts';
import type { Command } from '../command.ts';
import { consulFlag } from '../input/flags.ts';
import { type SessionFlags, sessionError, sessionInput } from '../input/session.ts';
import { type SettingsFlags, settingsFor } from '../input/settings.ts';
import { type ExitCode, exit, type Io, usageError } from '../io.ts';
import { newSince, writeBaseline } from '../print/baseline.ts';
import { destinations, formatFlag, printReport } from '../print/report.ts';
import { watch, watchFlag } from '../watch.ts';

interface Options extends SettingsFlags, SessionFlags {
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly diff?: boolean;
  readonly format?: readonly string[];
  readonly failOn: Severity;
  readonly maxWarnings?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly explainGrouping?: boolean;
  readonly watch?: boolean;
}

export const command: Command<Options> = {
  arguments: '<path...>',
  description:
    'A path is a file, the configuration directory of one node, a tree of nodes (a directory whose children hold ' +
    'etc/consul.d or configuration files), a systemd unit, a file of Patroni or a cluster.yaml. Files of one node are merged first, as the ' +
    'agent does, with the flags of the unit that starts it; nodes that are found together are linted as clusters, one ' +
    'for each datacenter. Settings come from the nearest consul-cfg.yaml.',
  flags: [
    {
      ...consulFlag,
      docs: `Consul release to lint for (default: the one that settings, units, images or variables nearby state, else ${defaultVersion})`,
    },
    formatFlag,
    {
      flags: '--profile <name>',
      docs: 'what the cluster is used for: turns on its rules',
      choices: profiles,
    },
    {
      flags: '--preset <name>',
      docs: 'which rules are on (default: recommended)',
      choices: presets,
    },
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
    { flags: '--max-warnings <number>', docs: 'exit with 1 at more warnings than this' },
    { flags: '--baseline <file>', docs: 'report only findings that are not in this file' },
    { flags: '--write-baseline <file>', docs: 'write all findings into a baseline, and exit with 0' },
    {
      flags: '--on-host',
      docs: 'the files are those of this machine: check the files that they name, owners, modes and addresses too',
    },
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
  run: (paths, options, io) =>
    options.watch ? watch(paths, io, (watched) => run(paths, options, watched)) : run(paths, options, io),
};

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  destinations(options.format);
  const limit = maxWarningsOf(options.maxWarnings);
  const loaded = await settingsFor(options, io);
  const session = await openSession(await sessionInput(paths, options, loaded, io));
  if (isFailed(session)) {
    if (options.explainGrouping) printGrouping(session.grouping ?? [], io);
    throw sessionError(session, io);
  }
  if (options.explainGrouping) {
    printGrouping(session.found.grouping, io);
    return exit.clean;
  }
  const result = await lintSession(session, { fix: fixesOf(options) });
  if (isFailed(result)) throw sessionError(result, io);
  if (result.fixes) await showFixes(result.fixes, options, io);
  return report(result, session, { ...options, limit }, io);
}

function printGrouping(lines: readonly string[], io: Io): void {
  if (lines.length > 0) io.stdout.write(`${lines.map(visibleLine).join('\n')}\n`);
}

function fixesOf({ fix, fixUnsafe, diff }: Options): LintOptions['fix'] {
  if (fixUnsafe) return 'all';
  return fix || diff ? 'safe' : undefined;
}

async function showFixes(fixes: FixRun, { diff }: Options, io: Io): Promise<void> {
  const { printFixes, writeFixes } = await import('../print/fixes.ts');
  if (diff) printFixes(fixes, io);
  else writeFixes(fixes, io);
}

async function report(
  { findings: found, files, release }: LintResult,
  session: Session,
  options: Options & { readonly limit: number },
  io: Io,
): Promise<ExitCode> {
  const all = withoutOutside(found, outsideOf(io));
  if (options.writeBaseline) {
    writeBaseline(options.writeBaseline, all, io);
    io.stdout.write(`${visibleLine(options.writeBaseline)}: ${plural(all.length, 'finding')}\n`);
    return exit.clean;
  }
  const findings = options.baseline ? newSince(options.baseline, all, io) : all;
  if (!options.diff) {
    const docs = options.format && (await (await import('../../app/rule-info.ts')).loadDescribe());
    const passedOver = passedOverCounts(session.found.passedOver);
    const input = {
      findings,
      files,
      release,
      passedOver,
      ...docs,
      clusters: () => clusterViews(session.found.estates),
    };
    await printReport(input, options.format, io);
    if (!hasSentences(options.format)) {
      const rest = passedOverText(passedOver);
      if (rest !== undefined) io.stderr.write(`${rest}; --explain-grouping lists them.\n`);
      if (release) io.stderr.write(`${visibleLine(release.text)}\n`);
    }
  }
  return fails(findings, options.failOn, options.limit) ? exit.findings : exit.clean;
}

/** The formats that have a place for a sentence. */
const hasSentences = (formats: readonly string[] = ['pretty']): boolean =>
  formats.some((format) => /^(?:pretty|json|sarif|html)$/.test(format));

function maxWarningsOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text)) throw usageError(`--max-warnings takes a number, not ${text}`);
  return Number(text);
}

function fails(findings: readonly Finding[], failOn: Severity, limit: number): boolean {
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return warnings > limit || findings.some(({ severity }) => atLeast(severity, failOn));
}
