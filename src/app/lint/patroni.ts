/** Lint of one file of Patroni's configuration, as an editor has it open: with the rest of its machine, as the command does. */
import { discoverMachines } from '../../discovery/machine/machines.ts';
import { join } from '../../discovery/paths.ts';
import { lint } from '../../engine/lint.ts';
import { withPatroniFindings } from '../../engine/patroni.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { Finding } from '../../finding.ts';
import type { FileSystem } from '../../model/load/files.ts';
import { loadFile } from '../../model/load/load.ts';
import type { Source } from '../../text/source/source.ts';

export interface PatroniLintSettings {
  readonly settings: Settings;
  /** The release to lint for; undefined leaves it to the unit of the agent, else to the newest. */
  readonly version: string | undefined;
}

export type PatroniLinter = typeof lintPatroni;

/** The findings in the file. */
export function lintPatroni(
  source: Source,
  { settings, version }: PatroniLintSettings,
  fs: FileSystem,
): readonly Finding[] {
  const { estates } = discoverMachines(pathsOf(source.file, fs), {
    fs,
    version,
    load: (path, format, release) => {
      const bytes = fs.read(path);
      return bytes && loadFile(path, bytes, format, release);
    },
  });
  const findings = withPatroniFindings(estates, settings).flatMap((estate) => estate.findings ?? []);
  return lint([{ nodes: [], complete: false, findings }], settings).filter(
    ({ at }) => at.source.file === source.file,
  );
}

/** Below the root of a machine its directory and that of the agent, which may be all of a disk otherwise; else the file. */
function pathsOf(file: string, fs: FileSystem): string[] {
  const root = /^(.*?)\/?etc\/patroni\//.exec(file)?.[1];
  if (root === undefined) return [file];
  const below = (path: string): string =>
    root === '' && file.startsWith('/') ? `/${path}` : join(root || '.', path);
  const agents = ['etc/consul.d', 'etc/consul'].map(below).filter((path) => fs.stat(path) === 'directory');
  return [...agents.slice(0, 1), below('etc/patroni')];
}
