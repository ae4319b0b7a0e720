/** `lint`: everything that is wrong with files, nodes and clusters, before an agent starts. */
import { atLeast, type Finding, type Severity } from '../../finding.ts';
import { plural } from '../../report/report.ts';
import { overview } from '../../subjects/cluster/overview.ts';
import { visibleLine } from '../../text/source/visible.ts';
import type { Command } from '../command.ts';
import { consulFlag } from '../consul-version.ts';
import { type ExitCode, exit, type Io, usageError } from '../io.ts';
import { newSince, writeBaseline } from '../lint/baseline.ts';
import { judge, openSession, type SessionOptions } from '../lint/session.ts';
import { loadSettings } from '../lint/settings.ts';
import { destinations, formatFlag, printReport } from '../print.ts';
import { watch, watchFlag } from '../watch.ts';

interface Options extends SessionOptions {
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
    'etc/consul.d or configuration files), a systemd unit or a cluster.yaml. Files of one node are merged first, as the ' +
    'agent does, with the flags of the unit that starts it; nodes that were found together are judged as clusters, one ' +
    'for each datacenter. Settings come from the nearest consul-cfg.yaml.',
  flags: [
    consulFlag,
    formatFlag,
    { flags: '--profile <name>', docs: 'rules for a special purpose', choices: ['patroni'] },
    {
      flags: '--preset <name>',
      docs: 'which rules are on (default: recommended)',
      choices: ['recommended', 'strict'],
    },
    { flags: '--settings <file>', docs: 'settings to use instead of the nearest consul-cfg.yaml' },
    { flags: '--fix', docs: 'mend what can be mended without a change of meaning, then report the rest' },
    { flags: '--fix-unsafe', docs: 'mend also what a person should look at afterwards' },
    { flags: '--diff', docs: 'show what would be mended as a diff, and write nothing' },
    {
      flags: '--fail-on <level>',
      docs: 'exit with 1 at findings of this level',
      choices: ['error', 'warning'],
      default: 'error',
    },
    { flags: '--max-warnings <number>', docs: 'exit with 1 at more warnings than this' },
    { flags: '--baseline <file>', docs: 'report only what this file does not have' },
    { flags: '--write-baseline <file>', docs: 'write all findings into a baseline, and exit with 0' },
    {
      flags: '--on-host',
      docs: 'these are the files of this machine: look at what they name, at owners and modes, and at addresses too',
    },
    watchFlag,
    { flags: '--explain-grouping', docs: 'say which files were taken for which node, and why, then stop' },
  ],
  examples: [
    { line: 'consul-cfg lint /etc/consul.d', does: 'judge the configuration of one node' },
    {
      line: 'consul-cfg lint rendered --consul 1.16 --profile patroni',
      does: 'judge a tree of nodes as one cluster, for Consul 1.16, as the store behind Patroni',
    },
    { line: 'consul-cfg lint --fix --diff .', does: 'see what would be mended' },
  ],
  run: (paths, options, io) =>
    options.watch ? watch(paths, io, (watched) => run(paths, options, watched)) : run(paths, options, io),
};

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  destinations(options.format);
  const limit = maxWarningsOf(options.maxWarnings);
  const loaded = await loadSettings(options, io);
  const machine = options.onHost && (await import('../lint/machine.ts')).thisMachine();
  const session = openSession(paths, { ...options, ...(machine && { machine }) }, loaded, io);
  if (options.explainGrouping) {
    io.stdout.write(`${session.found.grouping.map(visibleLine).join('\n')}\n`);
    return exit.clean;
  }
  const { findings: all, files } = await judge(session);
  if (options.writeBaseline) {
    writeBaseline(options.writeBaseline, all, io);
    io.stdout.write(`${visibleLine(options.writeBaseline)}: ${plural(all.length, 'finding')}\n`);
    return exit.clean;
  }
  const findings = options.baseline ? newSince(options.baseline, all, io) : all;
  if (!options.diff) {
    const docs = options.format && (await (await import('../describe.ts')).loadDescribe());
    const input = { findings, files, ...docs, clusters: () => overview(session.found.estates) };
    await printReport(input, options.format, io);
  }
  return fails(findings, options.failOn, limit) ? exit.findings : exit.clean;
}

function maxWarningsOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text)) throw usageError(`--max-warnings takes a number, not ${text}`);
  return Number(text);
}

function fails(findings: readonly Finding[], failOn: Severity, limit: number): boolean {
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return warnings > limit || findings.some(({ severity }) => atLeast(severity, failOn));
}
