/** What git and the disk say of files, for rules about secrets and about who may read what. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FileFacts } from '../../lint/subjects.ts';
import { disk } from '../../model/disk.ts';

/** @param onHost whether the files are those that the agent of this machine reads */
export function factsIn(cwd: string, onHost: boolean): (path: string) => FileFacts {
  const repositories = new Map<string, ReadonlySet<string>>();
  return (path) => {
    const absolute = resolve(cwd, path);
    const root = repositoryOf(dirname(absolute));
    return {
      tracked: root !== undefined && trackedIn(root, repositories).has(absolute),
      ...(onHost || absolute.startsWith('/etc/') ? modeOf(absolute) : { mode: undefined }),
    };
  };
}

const roots = new Map<string, string | undefined>();

function repositoryOf(directory: string): string | undefined {
  if (roots.has(directory)) return roots.get(directory);
  const above = dirname(directory);
  const found =
    disk.stat(resolve(directory, '.git')) !== 'missing'
      ? directory
      : above === directory
        ? undefined
        : repositoryOf(above);
  roots.set(directory, found);
  return found;
}

/** Asked once for each repository; nothing is tracked where git is not installed. */
function trackedIn(root: string, known: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = known.get(root) ?? new Set(gitFiles(root));
  known.set(root, found);
  return found;
}

function gitFiles(root: string): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--', '*.hcl', '*.json'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listed.split('\0').flatMap((name) => (name === '' ? [] : resolve(root, name)));
  } catch {
    return [];
  }
}

function modeOf(path: string): Pick<FileFacts, 'mode' | 'owner'> {
  try {
    const { mode, uid, gid } = statSync(path);
    return {
      mode: mode & 0o777,
      owner: { user: nameOf('/etc/passwd', uid), group: nameOf('/etc/group', gid) },
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
