/** `init --from`: hosts that were configured by hand become a manifest. */
import { dirname, resolve } from 'node:path';
import { InputError } from '../../index.ts';
import {
  type ImportedManifest,
  type ImportedNode,
  importHosts,
  keepGenerated,
  lint,
  SeveralClustersError,
  UnknownReleaseError,
} from '../../node.ts';
import { plural } from '../../util/text.ts';
import { visibleLine } from '../../util/visible.ts';
import { sessionOptions, sessionTexts } from '../input/session.ts';
import { CommandError, type ExitCode, exit, type Io, programName, usageError, writeData } from '../io.ts';
import { attempt } from '../print/failure.ts';
import { printOnStderr } from '../print/report.ts';
import { saveFile } from '../print/save.ts';
import { readProfile } from './answers.ts';
import type { NewFlags } from './new-cluster.ts';

export interface FromFlags extends Pick<NewFlags, 'consul' | 'profile' | 'configFormat' | 'out' | 'force'> {
  readonly from: readonly string[];
  readonly saveSecrets?: boolean;
}

export async function fromHosts(flags: FromFlags, io: Io): Promise<ExitCode> {
  const imported = await importedBy(flags, io);
  if (imported.report.findings.length > 0) await printOnStderr(imported.report, io);
  await write(imported, flags, io);
  if (flags.out === '-') return exit.clean;
  const { findings } = await lint(flags.out, { cwd: io.cwd });
  const errors = findings.filter(
    ({ severity, rule }) => severity === 'error' && !rule.startsWith('settings/'),
  );
  if (errors.length > 0) io.stdout.write(correctFirst(flags.out, errors.length));
  return exit.clean;
}

/** What is wrong with the hosts is wrong with the manifest. */
const correctFirst = (out: string, errors: number): string =>
  `render refuses it for ${plural(errors, 'error')} that the hosts have too: consul-cfg lint ${out}\n`;

/** @throws CommandError where no manifest can be made of the hosts */
async function importedBy(
  { from, profile, configFormat, consul, saveSecrets }: FromFlags,
  io: Io,
): Promise<ImportedManifest> {
  const { cwd, consul: release, observe } = sessionOptions(consul, io);
  const asked = {
    cwd,
    consul: release,
    observe,
    profile: profile === undefined ? undefined : readProfile(profile),
    format: configFormat === undefined ? undefined : configFormat === 'hcl' ? 'hcl' : 'json',
    secretAdvice: saveSecrets ? 'it is written there' : 'put it there, or run again with `--save-secrets`',
  } as const;
  const texts = sessionTexts(io, 'is a manifest already; --from reads the files of hosts');
  try {
    return await attempt(() => importHosts(from, asked), texts);
  } catch (error) {
    if (error instanceof SeveralClustersError) throw usageError(severalClusters(error.clusters));
    if (error instanceof UnknownReleaseError)
      throw usageError('name the release that the hosts run: --consul 1.16');
    if (!(error instanceof InputError) || !error.report) throw error;
    await printOnStderr(error.report, io);
    const isUnread = error.given.length > 0;
    const why = isUnread ? 'an agent would not read these files; correct them first' : 'nothing was written';
    throw new CommandError(why, exit.findings);
  }
}

/** A manifest is for one cluster: the caller chooses which, or names all hosts of it. */
function severalClusters(clusters: readonly (readonly ImportedNode[])[]): string {
  const lines = clusters.map((nodes) => {
    const paths = [...new Set(nodes.map(({ path }) => path))];
    const shown = paths.length > 4 ? [...paths.slice(0, 3), `and ${paths.length - 3} more`] : paths;
    return `  ${nodes
      .map(({ name }) => name)
      .slice(0, 8)
      .join(', ')}: ${shown.join(' ')}`;
  });
  return (
    `these are ${clusters.length} clusters, as lint --explain-grouping shows, and a manifest is for one; ` +
    `name the directories of its hosts with --from:\n${lines.map(visibleLine).join('\n')}`
  );
}

async function write(
  { text, secrets }: ImportedManifest,
  { out, force, saveSecrets }: FromFlags,
  io: Io,
): Promise<void> {
  if (out === '-') writeData(io.stdout, text);
  else saveFile(out, text, force === true, io);
  const base = out === '-' ? io.cwd : dirname(resolve(io.cwd, out));
  const generated = secrets.map(({ path, ...secret }) => ({ ...secret, path: resolve(base, path) }));
  if (saveSecrets) await attempt(() => keepGenerated({ generated }));
  if (out !== '-') io.stdout.write(`wrote ${out}\n${next(out, secrets.length > 0 && !saveSecrets, io)}`);
}

const next = (out: string, wantsSecrets: boolean, io: Io): string =>
  `next: ${wantsSecrets ? 'put the secrets in their files, then ' : ''}${programName(io)} render ${out} --out rendered\n` +
  'before rendered files go to a host: move its old ones out of /etc/consul.d, since the agent reads all that is there\n';
