/** Facts that git and the disk record about files, for rules about secrets and permissions. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { trackedFiles } from '../../files/git/tracked.ts';
import type { FileFacts } from '../../subjects/subjects.ts';

/** @param onHost whether the files are those that the agent of this machine reads, so that their modes count */
export function fileFacts(cwd: string, onHost: boolean): (path: string) => FileFacts {
  const isTracked = trackedFiles();
  // Several rules ask about each file.
  const known = new Map<string, FileFacts>();
  return (path) => {
    const found = known.get(path);
    if (found) return found;
    const absolute = resolve(cwd, path);
    const facts = {
      // Only where a rule asks, that is, where there is a secret.
      get tracked() {
        return isTracked(absolute);
      },
      ...(onHost || absolute.startsWith('/etc/') ? modeOf(absolute) : { mode: undefined }),
    };
    known.set(path, facts);
    return facts;
  };
}

function modeOf(path: string): Pick<FileFacts, 'mode' | 'owner' | 'written'> {
  try {
    const { mode, uid, gid, mtimeMs } = statSync(path);
    return {
      mode: mode & 0o777,
      owner: { user: nameOf('/etc/passwd', uid), group: nameOf('/etc/group', gid) },
      written: mtimeMs,
    };
  } catch {
    return { mode: undefined };
  }
}

const names = new Map<string, ReadonlyMap<string, string>>();

/** The number itself where the file has no name for it. */
function nameOf(file: string, id: number): string {
  let table = names.get(file);
  if (!table) {
    table = new Map(lines(file).map((line) => [line.split(':')[2] ?? '', line.split(':', 1)[0] ?? '']));
    names.set(file, table);
  }
  return table.get(String(id)) ?? String(id);
}

function lines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
