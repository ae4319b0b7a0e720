/** `lint`: everything that is wrong with files, nodes and clusters, before an agent starts. */
import type { Finding } from '../../finding.ts';
import { discover, type Trouble } from '../../lint/discover.ts';
import { overview } from '../../lint/overview.ts';
import { findRule } from '../../lint/registry.ts';
import type { Profile } from '../../lint/rule.ts';
import { lint } from '../../lint/run.ts';
import { defaultSettings, type Settings } from '../../lint/settings.ts';
import type { Reader } from '../../lint/sites.ts';
import { loadFile } from '../../model/load.ts';
import type { RuleInfo } from '../../report/report.ts';
import type { Command } from '../command.ts';
import { consulFlag, consulVersion } from '../consul-version.ts';
import { filesFrom } from '../files.ts';
import { CommandError, type ExitCode, exit, type Io, usageError } from '../io.ts';
import { destinations, formatFlag, printReport } from '../print.ts';

interface Options {
  readonly consul?: string;
  readonly profile?: string;
  readonly preset: Settings['preset'];
  readonly format?: readonly string[];
  readonly explainGrouping?: boolean;
}

export const command: Command<Options> = {
  arguments: '<path...>',
  description:
    'A path is a file, the configuration directory of one node, a tree of nodes (a directory whose children hold ' +
    'etc/consul.d or configuration files) or a cluster.yaml. Files of one node are merged first, as the agent does; ' +
    'nodes that were found together are judged as clusters, one for each datacenter.',
  flags: [
    consulFlag,
    formatFlag,
    { flags: '--profile <name>', docs: 'rules for a special purpose', choices: ['patroni'] },
    {
      flags: '--preset <name>',
      docs: 'which rules are on',
      choices: ['recommended', 'strict'],
      default: 'recommended',
    },
    { flags: '--explain-grouping', docs: 'say which files were taken for which node, and why, then stop' },
  ],
  examples: [
    { line: 'consul-cfg lint /etc/consul.d', does: 'judge the configuration of one node' },
    {
      line: 'consul-cfg lint rendered --consul 1.16 --profile patroni',
      does: 'judge a tree of nodes as one cluster, for Consul 1.16, as the store behind Patroni',
    },
  ],
  run,
};

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  destinations(options.format);
  const settings = settingsOf(options);
  const manifests = paths.filter(isManifest);
  const reader = readerFor(io, consulVersion(options.consul));
  const { estates, troubles, grouping } = discover(
    paths.filter((path) => !isManifest(path)),
    reader,
  );
  refuse(troubles);
  if (options.explainGrouping) {
    io.stdout.write(`${grouping.join('\n')}\n`);
    return exit.clean;
  }
  const findings = lint(estates, settings);
  for (const path of manifests) findings.push(...(await lintManifestAt(path, settings, io)));
  const files = new Set(
    estates.flatMap(({ nodes }) => nodes.flatMap((node) => node.files.map(({ source }) => source.file))),
  );
  await printReport(
    { findings, files: files.size + manifests.length, describe, clusters: () => overview(estates) },
    options.format,
    io,
  );
  return hasErrors(findings) ? exit.findings : exit.clean;
}

/** No agent reads YAML, so a YAML file is the manifest of a cluster. */
const isManifest = (path: string): boolean => /\.ya?ml$/.test(path);

/** Loaded only when a manifest is named: it brings YAML and zod with it. */
async function lintManifestAt(path: string, settings: Settings, io: Io): Promise<Finding[]> {
  const { lintManifest } = await import('../render/lint-manifest.ts');
  return lintManifest(path, settings, io);
}

function readerFor(io: Io, version: string): Reader {
  const fs = filesFrom(io.cwd);
  return {
    fs,
    version,
    load: (path, format) => {
      const bytes = fs.read(path);
      return bytes && loadFile(path, bytes, format, version);
    },
  };
}

const settingsOf = ({ profile, preset }: Options): Settings => ({
  ...defaultSettings,
  preset,
  profiles: profile ? [profile as Profile] : [],
});

const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');

/** A path that could not be judged ends the run: a clean report must mean that everything was read. */
function refuse(troubles: readonly Trouble[]): void {
  const [first] = troubles;
  if (!first) return;
  const said = wordsFor(first);
  const more = troubles.length > 1 ? ` (and ${troubles.length - 1} more)` : '';
  if (first.kind === 'extension') throw usageError(said + more);
  throw new CommandError(said + more);
}

function wordsFor({ kind, path }: Trouble): string {
  switch (kind) {
    case 'missing':
      return `${path} does not exist`;
    case 'unreadable':
      return `${path} cannot be read`;
    case 'dangling':
      return `${path} is a symlink to nothing: Consul refuses to load the directory`;
    case 'extension':
      return `${path} ends in neither .json nor .hcl, so no agent would load it`;
    case 'empty':
      return `${path} holds no Consul configuration (*.json, *.hcl)`;
  }
}

function describe(id: string): RuleInfo | undefined {
  const rule = findRule(id);
  return rule && { summary: rule.docs.summary, rationale: rule.docs.rationale, severity: rule.severity };
}
