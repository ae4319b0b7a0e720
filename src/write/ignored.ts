/** What git passes over: a `.gitignore` next to files with secrets. It belongs into version control itself, and so says in a clone what was made. */
import { appendFileSync, lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { repositoryAbove } from '../files/inside.ts';
import type { Disk } from './disk/disk.ts';
import type { LedgerEntry } from './ledger.ts';

export const ignoreName = '.gitignore';

const head = '# Written by consul-cfg: files with secrets, which do not belong in version control.';

/** Of an output directory; undefined where nothing is secret. A path that is secret for every node is one line. */
export function ignoreText(entries: readonly LedgerEntry[]): string | undefined {
  const open = new Set(entries.filter(({ secret }) => !secret).map(({ path }) => withoutNode(path)));
  const lines = entries
    .filter(({ secret }) => secret)
    .map(({ path }) => {
      const inner = withoutNode(path);
      return inner === undefined || open.has(inner) ? `/${escaped(path)}` : `/*/${escaped(inner)}`;
    });
  return lines.length > 0 ? `${[head, ...[...new Set(lines)].sort()].join('\n')}\n` : undefined;
}

function withoutNode(path: string): string | undefined {
  const slash = path.indexOf('/');
  return slash < 0 ? undefined : path.slice(slash + 1);
}

/** A file of the user is left alone, whatever it says. */
export function needsIgnore(text: string | undefined, disk: Disk): text is string {
  if (text === undefined) return false;
  const entry = disk.look(ignoreName);
  return (
    entry.kind === 'absent' || (entry.kind === 'file' && isOurs(entry.content) && entry.content !== text)
  );
}

const isOurs = (text: string): boolean => text.startsWith(head);

/** Lists a secret in the `.gitignore` of its directory, where that is in a repository. */
export function ignoreSecret(path: string): void {
  const directory = dirname(path);
  if (repositoryAbove(directory) === undefined) return;
  const file = join(directory, ignoreName);
  const text = textOf(file);
  // Git does not follow a link, and does not read another thing than a file.
  if (text === undefined) return;
  const lines = text.split(/\r?\n/);
  const line = lineFor(path);
  if (lines.includes(line) || lines.includes('*')) return;
  const first = lines.includes(head) ? [] : [head];
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  appendFileSync(file, `${end}${[...first, line].join('\n')}\n`);
}

/** Whether an earlier run made the secret, in this clone or in another. */
export function wasMade(path: string): boolean {
  const lines = (textOf(join(dirname(path), ignoreName)) ?? '').split(/\r?\n/);
  return lines.includes(head) && lines.includes(lineFor(path));
}

const lineFor = (path: string): string => `/${escaped(basename(path))}`;

const escaped = (path: string): string => path.replace(/[\\*?[\]]|\s$/g, '\\$&');

/** Empty where there is none; undefined where it is not a file. */
function textOf(file: string): string | undefined {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (!stats) return '';
  return stats.isFile() ? readFileSync(file, 'utf8') : undefined;
}
