/** What git and the disk say of files, for rules about secrets and about who may read what. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FileFacts } from '../../lint/subjects.ts';
import { disk } from '../../model/disk.ts';

/**
 * @param paths what is judged; repositories are looked for above these
 * @param onHost whether the files are those that the agent of this machine reads
 */
export function factsIn(cwd: string, paths: readonly string[], onHost: boolean): (path: string) => FileFacts {
  let tracked: ReadonlySet<string> | undefined;
  // Several rules ask about each file.
  const known = new Map<string, FileFacts>();
  return (path) => {
    const found = known.get(path);
    if (found) return found;
    const absolute = resolve(cwd, path);
    // Git is started only where a rule asks, that is, where there is a secret.
    tracked ??= new Set(repositoriesOf(cwd, paths).flatMap(gitFiles));
    const facts = {
      tracked: tracked.has(absolute),
      ...(onHost || absolute.startsWith('/etc/') ? modeOf(absolute) : { mode: undefined }),
    };
    known.set(path, facts);
    return facts;
  };
}

function repositoriesOf(cwd: string, paths: readonly string[]): readonly string[] {
  const roots = paths.flatMap((path) => repositoryOf(resolve(cwd, path)) ?? []);
  return [...new Set(roots)];
}

function repositoryOf(path: string): string | undefined {
  for (let directory = path; ; directory = dirname(directory)) {
    // A directory, or in a worktree a file.
    if (/^(directory|file)$/.test(disk.stat(join(directory, '.git')))) return directory;
    if (directory === dirname(directory)) return undefined;
  }
}

function gitFiles(root: string): string[] {
  // Loaded only here, since it brings sockets along: a fifth of a short run.
  const { execFileSync } = process.getBuiltinModule('node:child_process');
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
