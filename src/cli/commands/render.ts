/** `render`: from a manifest to the files of every node. */
import { relative, resolve } from 'node:path';
import { consulReleases, filterReport, InputError, type JsonReport } from '../../index.ts';
import {
  explainNodes,
  keepGenerated,
  type LoadedManifest,
  loadManifest,
  type ManifestOptions,
  madeBefore,
  type TargetName,
  targetNames,
  usualOut,
} from '../../node.ts';
import { profileNames } from '../../schemas.ts';
import { plural } from '../../util/text.ts';
import { visibleLine } from '../../util/visible.ts';
import type { Command } from '../command.ts';
import { CommandError, type ExitCode, exit, type Io, usageError } from '../io.ts';
import { attempt, manifestHints } from '../print/failure.ts';
import { printOnStderr } from '../print/report.ts';
import { saveFile } from '../print/save.ts';
import { archive } from '../render/archive.ts';
import { printExplained } from '../render/explain.ts';
import { fromFlags, namedOrUsual, readInput } from '../render/input.ts';
import { noNode } from '../render/no-node.ts';
import type { OneOffFlags } from '../render/one-off.ts';
import { type OutputOptions, output } from '../render/output.ts';
import { watch, watchFlag } from '../watch.ts';

interface Options extends OneOffFlags, Omit<OutputOptions, 'out' | 'assumed'> {
  readonly out?: string;
  readonly save?: string;
  readonly explain?: string | true;
  readonly tar?: string;
  readonly withPatroni?: boolean;
  readonly for?: TargetName;
  readonly lint: boolean;
  readonly watch?: boolean;
  readonly newKeys?: boolean;
}

export const command: Command<Options> = {
  arguments: '[manifest...]',
  description:
    'A manifest describes what nodes have in common and what differs; the rest is derived. The default is ./cluster.yaml, ' +
    'unless flags replace a manifest. Each node gets its configuration, unit, account and directories; RUNBOOK.md ' +
    'explains how to start them. The nodes are linted first, and nothing is written where there are errors. Files that ' +
    'consul-cfg did not write are never overwritten.',
  flags: [
    { flags: '-o, --out <dir>', docs: 'where to write, one directory for each node (default: rendered)' },
    {
      flags: '--for <target>',
      docs: 'write what an engine needs: ansible adds an inventory and a play; cloud-init and compose write their own files, to rendered-cloud-init and rendered-compose',
      choices: targetNames,
    },
    { flags: '--dry-run', docs: 'list what would change, write nothing' },
    { flags: '--diff', docs: 'show what would change, write nothing; secrets show as fingerprints' },
    {
      flags: '--check',
      docs: 'exit 1 when the directory is not as rendered, write nothing; secrets need not be there',
    },
    { flags: '--prune', docs: 'remove files that were rendered before and are not any more' },
    {
      flags: '--force',
      docs: 'overwrite files that consul-cfg did not write, or that were changed afterwards',
    },
    {
      flags: '--new-keys',
      docs: 'make keys and tokens that are missing here though they were made before, such as in a clone: agents that run have the others',
    },
    watchFlag,
    {
      flags: '--explain [node]',
      docs: 'show every value of one node, or of all, and where it comes from; write nothing',
    },
    {
      flags: '--tar <node>',
      docs: "the files of one node's agent to standard output as a tar archive, with owners and modes, for tar -C / -x there",
    },
    {
      flags: '--with-patroni',
      docs: 'with --tar: the files of Patroni too, for a host whose Patroni has no other store',
    },
    {
      flags: '--no-lint',
      docs: 'write in spite of errors that lint reports; errors of the manifest itself still count',
    },
    { flags: '--servers <names>', docs: 'without a manifest: the servers, a,b,c or a=10.0.0.1,b=10.0.0.2' },
    { flags: '--clients <names>', docs: 'without a manifest: the clients' },
    {
      flags: '-c, --consul <version>',
      docs: 'without a manifest: the Consul release, such as 1.16',
      values: [...consulReleases],
    },
    { flags: '--datacenter <name>', docs: 'without a manifest: the datacenter (default: dc1)' },
    {
      flags: '--profile <name>',
      docs: 'without a manifest: what the cluster is used for',
      choices: profileNames,
    },
    {
      flags: '--config-format <format>',
      docs: 'without a manifest: format of the files',
      choices: ['json', 'hcl'],
    },
    {
      flags: '--set <path=value>',
      docs: 'without a manifest: an agent option, the value as YAML',
      repeatable: true,
    },
    { flags: '--save <file>', docs: 'without a manifest: write the flags as one' },
  ],
  examples: [
    {
      line: 'consul-cfg render cluster.yaml --out rendered',
      does: 'write the files of every node, and RUNBOOK.md',
    },
    {
      line: 'consul-cfg render --servers pg-srv1,pg-srv2,pg-srv3 --consul 1.16 --set ui_config.enabled=true --out rendered --save cluster.yaml',
      does: 'the same without a manifest, and write one for the next time',
    },
    {
      line: 'consul-cfg render cluster.yaml --tar pg-srv1 | ssh root@pg-srv1 tar -C / -x',
      does: 'install the files of one node',
    },
    {
      line: 'consul-cfg render cluster.yaml --out rendered --check',
      does: 'in CI: are the committed files up to date?',
    },
  ],
  run: async (args, flags, io) => {
    const { given, options } = withoutNode(args, flags);
    const paths = namedOrUsual(given, options, io);
    if (!options.watch) return run(paths, options, io);
    if (paths.length === 0 || paths.includes('-')) throw usageError('--watch needs a manifest in a file');
    return watch(paths, io, (watched) => run(paths, options, watched));
  },
};

/** `--explain cluster.yaml` names a manifest, and no node. */
function withoutNode(given: readonly string[], options: Options) {
  const { explain } = options;
  const isPath = given.length === 0 && typeof explain === 'string' && /^-$|\.ya?ml$/.test(explain);
  return isPath ? { given: [explain], options: { ...options, explain: true as const } } : { given, options };
}

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const manifests = await readInput(paths, options, io);
  const { explain, tar: archived, lint, for: target } = options;
  if (archived !== undefined && target !== undefined)
    throw usageError('--tar is the files of one host; leave out --for');
  const out = options.out ?? usualOut(target);
  const asked: ManifestOptions = {
    cwd: io.cwd,
    env: io.env,
    opens: io.opens,
    ...(!lint && { lint: 'off' }),
    ...(options.check && { missingSecrets: 'assume' }),
    target,
  };
  return explainingRefusal(io, async () => {
    if (explain !== undefined) {
      const { nodes, report: found } = await explainNodes(manifests, asked);
      await report(found, io);
      return printExplained(explain, nodes, io);
    }
    const manifest = await loadManifest(manifests, asked);
    await report(manifest.report, io);
    if (!options.newKeys) refuseOtherKeys(manifest, out, io);
    if (archived !== undefined) {
      if (!manifest.nodes.includes(archived)) throw noNode(archived, manifest.nodes);
      keep(manifest, options, { ...io, stdout: io.stderr });
      return archive(archived, manifest, options, io);
    }
    const { files, assumed } = manifest;
    refuseOverwrittenKeys(manifest, out, io);
    return output(files, { ...options, out, assumed }, io, () => keep(manifest, options, io));
  });
}

/** Silently made anew, they would be others than those of the agents that run. */
function refuseOtherKeys(manifest: LoadedManifest, out: string, io: Io): void {
  const [first, ...more] = madeBefore(manifest, resolve(io.cwd, out));
  if (first === undefined) return;
  const others = more.length > 0 ? ` and ${plural(more.length, 'more file')}` : '';
  throw new CommandError(
    `${near(first, io)}${others}: made by an earlier run, and not here; copy from where that ran, since agents that run ` +
      'have these secrets, or make others with --new-keys',
  );
}

/** A key that is made where a rendered file belongs would be lost at once. */
function refuseOverwrittenKeys({ files, generated }: LoadedManifest, out: string, io: Io): void {
  const written = new Set(files.map(({ path }) => resolve(io.cwd, out, path)));
  const lost = generated.find(({ path }) => written.has(path));
  if (lost)
    throw new CommandError(
      `${near(lost.path, io)}: \`generate\` makes a ${lost.makes} there, and a rendered file would replace it; name a path outside of ${visibleLine(out)}, such as secrets/gossip.key`,
    );
}

const near = (path: string, io: Io): string => {
  const way = relative(io.cwd, path);
  return way.startsWith('..') ? path : way;
};

/** What the manifest is refused for is on standard error then. */
async function explainingRefusal(io: Io, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await attempt(work, { hints: manifestHints });
  } catch (error) {
    if (!(error instanceof InputError) || !error.report) throw error;
    await report(error.report, io);
    return exit.findings;
  }
}

/**
 * Diagnostics go to stderr: standard output is for what a render did, or would do. Advice is left to `lint`: it would
 * be the same at every render.
 */
async function report(all: JsonReport, io: Io): Promise<void> {
  const shown = filterReport(all, ({ severity }) => severity !== 'info');
  if (shown.findings.length === 0) return;
  await printOnStderr(shown, io);
  if (shown.summary.errors > 0) io.stderr.write('nothing was written\n');
}

/** What has to be on disk before the files that depend on it. */
function keep(manifest: LoadedManifest, options: Options, io: Io): void {
  const { save, force } = options;
  if (save !== undefined) saveFile(save, fromFlags(options).text, force === true, io);
  keepGenerated(manifest);
  for (const { path, makes } of manifest.generated) {
    io.stdout.write(`made    ${visibleLine(near(path, io))} (a ${makes}; keep it safe)\n`);
  }
}
