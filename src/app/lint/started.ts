/** Lint of one file that starts agents, as an editor has it open: with the files that it names, as the command does. */
import { discover } from '../../discovery/discover.ts';
import { lint } from '../../engine/lint.ts';
import type { Finding } from '../../finding.ts';
import type { FileSystem } from '../../model/load/files.ts';
import { loadFile } from '../../model/load/load.ts';
import { kinds } from '../../sources/registry.ts';
import type { Reader } from '../../sources/source.ts';
import type { Node } from '../../subjects/subjects.ts';
import { isEmbedded } from '../../text/source/embedded.ts';
import type { Source } from '../../text/source/source.ts';
import type { LoadedSettings } from '../settings/load.ts';
import type { PatroniLintSettings } from './patroni.ts';

/** A reader found it, and not a directory of files. */
const isStarted = ({ container, command, files }: Node): boolean =>
  container !== undefined || command !== undefined || files.some(({ source }) => isEmbedded(source));

export type StartedLinter = (
  source: Source,
  settings: PatroniLintSettings & Pick<LoadedSettings, 'sources'>,
  fs: FileSystem,
) => readonly Finding[] | undefined;

/** It gives the findings in the file; undefined for a file that starts no agent. */
export async function loadStartedLinter(): Promise<StartedLinter> {
  const all: readonly Reader[] = await Promise.all(
    kinds.map(async (kind) => ({ ...kind, read: await kind.load() })),
  );
  return (source, { settings, version, sources = {} }, fs) => {
    const readers = all.filter(({ name }) => sources[name] !== false);
    const mayStart = readers.some(
      ({ mayBeNamed, mayHold }) => mayBeNamed(source.file) && mayHold(source.text),
    );
    if (!mayStart) return undefined;
    const load = (path: string, format: 'hcl' | 'json', release: string) => {
      const bytes = fs.read(path);
      return bytes && loadFile(path, bytes, format, release);
    };
    const { estates } = discover([source.file], { fs, version, readers, load });
    if (!estates.some(({ nodes }) => nodes.some(isStarted))) return undefined;
    return lint(estates, settings).filter(({ at }) => at.source.file === source.file);
  };
}
