/** `init --from`: hosts that were configured by hand become a manifest. */

import { dirname, resolve } from 'node:path';
import { isFailed } from '../../app/failure.ts';
import { type ImportedNode, importPaths } from '../../app/import.ts';
import { lintManifestText } from '../../app/lint/manifest.ts';
import type { LoadedSettings } from '../../app/settings/load.ts';
import { type Finding, isError, tidy } from '../../finding.ts';
import type { Kept } from '../../import/secrets.ts';
import { diskLibrary } from '../../manifest/library.ts';
import { Source } from '../../text/source/source.ts';
import { visibleLine } from '../../text/source/visible.ts';
import { plural } from '../../util/text.ts';
import { keepSecrets } from '../../write/secrets.ts';
import { sessionError, sessionInput } from '../input/session.ts';
import { settingsFor } from '../input/settings.ts';
import { CommandError, type ExitCode, exit, type Io, usageError, writeData } from '../io.ts';
import { printReport } from '../print/report.ts';
import { saveFile } from '../print/save.ts';
import { readProfile } from './answers.ts';
import type { NewFlags } from './new-cluster.ts';

export interface FromFlags extends Pick<NewFlags, 'consul' | 'profile' | 'configFormat' | 'out' | 'force'> {
  readonly from: readonly string[];
  readonly saveSecrets?: boolean;
}

export async function fromHosts(flags: FromFlags, io: Io): Promise<ExitCode> {
  const loaded = await settingsFor({}, io);
  const { text, secrets, findings, files } = await imported(flags, loaded, io);
  const shown = [...findings, ...secrets.map((secret) => moved(secret, flags.saveSecrets === true))];
  if (shown.length > 0) await printOnStderr(tidy(shown), files, io);
  if (findings.some(isError)) throw new CommandError('nothing was written', exit.findings);
  write(text, secrets, flags, io);
  const library = diskLibrary({ cwd: '.' });
  const refused = lintManifestText(new Source(flags.out, text), loaded.settings, library).filter(isError);
  if (refused.length > 0 && flags.out !== '-') io.stdout.write(correctFirst(flags.out, refused.length));
  return exit.clean;
}

/** What is wrong with the hosts is wrong with the manifest. */
const correctFirst = (out: string, errors: number): string =>
  `render refuses it for ${plural(errors, 'error')} that the hosts have too: consul-cfg lint ${out}\n`;

/** @throws CommandError where no manifest can be made of the hosts */
async function imported(flags: FromFlags, loaded: LoadedSettings, io: Io) {
  const { profile, configFormat } = flags;
  const result = await importPaths({
    ...(await sessionInput(flags.from, flags, loaded, io)),
    profile: profile === undefined ? undefined : readProfile(profile),
    format: configFormat === undefined ? undefined : configFormat === 'hcl' ? 'hcl' : 'json',
  });
  if (isFailed(result))
    throw sessionError(result, io, 'is a manifest already; --from reads the files of hosts');
  if ('clusters' in result) throw usageError(severalClusters(result.clusters));
  if ('releaseUnknown' in result) throw usageError('name the release that the hosts run: --consul 1.16');
  if ('text' in result) return result;
  await printOnStderr(result.refused, result.files, io);
  throw new CommandError('an agent would not read these files; correct them first', exit.findings);
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

const printOnStderr = (findings: readonly Finding[], files: number, io: Io): Promise<void> =>
  printReport({ findings, files }, undefined, { ...io, stdout: io.stderr });

const moved = ({ path, option, places }: Kept, saved: boolean): Finding => ({
  rule: 'import/secret',
  severity: 'info',
  message:
    `${option} holds a secret, so the manifest says { file: ${path} }; ` +
    (saved ? 'it is written there' : 'put it there, or run again with `--save-secrets`') +
    (places.length > 1 ? ` (the same in ${places.length} places)` : ''),
  at: places[0]!,
  path: option,
});

function write(text: string, secrets: readonly Kept[], { out, force, saveSecrets }: FromFlags, io: Io): void {
  if (out === '-') writeData(io.stdout, text);
  else saveFile(out, text, { force: force === true }, io);
  const base = out === '-' ? io.cwd : dirname(resolve(io.cwd, out));
  if (saveSecrets)
    keepSecrets(secrets.map(({ path, ...secret }) => ({ ...secret, path: resolve(base, path) })));
  if (out !== '-') io.stdout.write(`wrote ${out}\n${next(out, secrets.length > 0 && !saveSecrets)}`);
}

const next = (out: string, wantsSecrets: boolean): string =>
  `next: ${wantsSecrets ? 'put the secrets in their files, then ' : ''}consul-cfg render ${out} --out rendered\n` +
  'before rendered files go to a host: move its old ones out of /etc/consul.d, since the agent reads all that is there\n';
