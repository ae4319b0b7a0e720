/** `render`: from a manifest to the files of every node. */
import { relative, resolve } from 'node:path';
import { render } from '../../app/render/render.ts';
import { atLeast, type Finding, isError, tidy } from '../../finding.ts';
import { folderOf } from '../../manifest/extend.ts';
import type { OutFile } from '../../manifest/file.ts';
import { isPatronis } from '../../manifest/keys/patroni/layout.ts';
import { profileNames } from '../../manifest/keys/profile/schema.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import type { ReferenceValue } from '../../manifest/secrets/references.ts';
import type { Span } from '../../text/source/source.ts';
import { visibleLine } from '../../text/source/visible.ts';
import { plural } from '../../util/text.ts';
import { DiskError } from '../../write/disk/disk.ts';
import { keepSecrets, resolveSecrets, type Secrets } from '../../write/secrets.ts';
import { tar as tarOf } from '../../write/tar.ts';
import type { Command } from '../command.ts';
import { CommandError, type ExitCode, exit, type Io, usageError, writeRaw } from '../io.ts';
import { printReport } from '../print/report.ts';
import { saveFile } from '../print/save.ts';
import { explainNode } from '../render/explain.ts';
import { type Input, namedOrUsual, readInput } from '../render/input.ts';
import type { OneOffFlags } from '../render/one-off.ts';
import { type OutputOptions, output } from '../render/output.ts';
import { watch, watchFlag } from '../watch.ts';

interface Options extends OneOffFlags, Omit<OutputOptions, 'out'> {
  readonly out?: string;
  readonly save?: string;
  readonly explain?: string;
  readonly tar?: string;
  readonly withPatroni?: boolean;
  readonly lint: boolean;
  readonly watch?: boolean;
}

export const command: Command<Options> = {
  arguments: '[manifest...]',
  description:
    'A manifest describes what nodes have in common and what differs; the rest is derived. The default is ./cluster.yaml, ' +
    'unless flags replace a manifest. Each node gets its configuration, unit, account and directories; RUNBOOK.md ' +
    'explains how to start them. The nodes are linted first, and nothing is written where there are errors. Files that ' +
    'consul-cfg did not write are never overwritten.',
  flags: [
    { flags: '-o, --out <dir>', docs: 'where to write; one directory for each node' },
    { flags: '--dry-run', docs: 'list what would change, write nothing' },
    { flags: '--diff', docs: 'show what would change, write nothing; secrets show as fingerprints' },
    { flags: '--check', docs: 'exit 1 when the directory is not as rendered, write nothing' },
    { flags: '--prune', docs: 'remove files that were rendered before and are not any more' },
    {
      flags: '--force',
      docs: 'overwrite files that consul-cfg did not write, or that were changed afterwards',
    },
    watchFlag,
    {
      flags: '--explain <node>',
      docs: 'show every value of one node and where it comes from, write nothing',
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
    { flags: '-c, --consul <version>', docs: 'without a manifest: the Consul release, such as 1.16' },
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
  run: async (given, options, io) => {
    const paths = namedOrUsual(given, options, io);
    if (!options.watch) return run(paths, options, io);
    if (paths.length === 0 || paths.includes('-')) throw usageError('--watch needs a manifest in a file');
    return watch(paths, io, (watched) => run(paths, options, watched));
  },
};

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const input = await readInput(paths, options, io);
  const { out, explain, tar, lint } = options;
  if ([out, explain, tar].every((place) => place === undefined)) {
    throw usageError('name the directory to write to: --out DIR');
  }
  const directoryOf = ({ source }: Span): string => resolve(io.cwd, folderOf(source));
  const resolveAll = (references: readonly ReferenceValue[]) =>
    resolveSecrets(references, { env: io.env, directoryOf });
  const { estate, findings } = await render({ ...input, resolve: resolveAll, lint });
  await report(findings, io);
  if (!estate) return exit.findings;
  const { nodes, files, secrets } = estate;
  if (explain !== undefined) return explainTo(explain, nodes, io);
  if (findings.some(isError)) return exit.findings;
  return guarded(() => {
    if (tar === undefined) {
      return output(files, { ...options, out: out! }, io, () => keep(input, secrets, options, io));
    }
    const { name } = nodeCalled(tar, nodes);
    keep(input, secrets, options, { ...io, stdout: io.stderr });
    const own = ofNode(files, name);
    const archived = options.withPatroni ? own : own.filter(({ path }) => !isPatronis(path));
    if (archived.length < own.length) io.stderr.write(withoutPatroni(own.length - archived.length));
    writeRaw(io.stdout, tarOf(archived));
    return exit.clean;
  });
}

/**
 * Diagnostics go to stderr: standard output is for what a render did, or would do. Advice is left to `lint`: it would
 * be the same at every render.
 */
async function report(findings: readonly Finding[], io: Io): Promise<void> {
  const shown = tidy(findings.filter((finding) => atLeast(finding.severity, 'warning')));
  if (shown.length === 0) return;
  await printReport({ findings: shown, files: 1 }, undefined, { ...io, stdout: io.stderr });
  if (findings.some(isError)) io.stderr.write('nothing was written\n');
}

function explainTo(name: string, nodes: readonly NodeSpec[], io: Io): ExitCode {
  io.stdout.write(explainNode(nodeCalled(name, nodes)));
  return exit.clean;
}

function nodeCalled(name: string, nodes: readonly NodeSpec[]): NodeSpec {
  const node = nodes.find((other) => other.name === name);
  if (node) return node;
  throw usageError(`no node ${name}; there are ${nodes.map((other) => other.name).join(', ')}`);
}

/** The files of a node, as they lie on its host. */
function ofNode(files: readonly OutFile[], node: string): readonly OutFile[] {
  const inside = `${node}/`;
  const own = files.filter(({ path }) => path.startsWith(inside));
  return own.map((file) => ({ ...file, path: file.path.slice(inside.length) }));
}

/** A Patroni with another store takes Consul at its next restart once they are there, and finds it empty. */
const withoutPatroni = (count: number): string =>
  `left out ${plural(count, 'file')} of Patroni, which make it use Consul: the runbook copies them where there is no other store; ` +
  'or add --with-patroni\n';

/** What has to be on disk before the files that depend on it. */
function keep({ sources }: Input, { made }: Secrets, { save, force }: Options, io: Io): void {
  if (save !== undefined) saveFile(save, sources[0]!.text, { force: force === true }, io);
  keepSecrets(made);
  for (const { path, makes } of made) {
    const near = relative(io.cwd, path);
    io.stdout.write(
      `made    ${visibleLine(near.startsWith('..') ? path : near)} (a ${makes}; keep it safe)\n`,
    );
  }
}

/** What the file system refuses, as one line. */
async function guarded(work: () => ExitCode | Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DiskError) throw new CommandError(error.message);
    throw error;
  }
}
