/**
 * The files that `render` wrote, so that foreign files are never overwritten: JSON has no comments to mark them. The ledger is a
 * file that `sha256sum -c` reads, and belongs into version control with the files. The hash of a short password can be
 * guessed back, however it is salted: so hashes of files with secrets are in a second file, which like those files
 * only their owner reads and git passes over.
 */

import { hash } from 'node:crypto';
import { isHostName } from '../manifest/read/names.ts';

export const ledgerName = '.consul-cfg.sha256';

/** What consul-cfg keeps for itself in an output directory. Git passes over it. */
export const stateName = '.consul-cfg';

export const secretLedgerName = `${stateName}/secrets.sha256`;

/** Hashes by path; several where a run ended between writing a file and saying so. */
export interface Ledger {
  readonly hashes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly secrets: ReadonlySet<string>;
}

export interface LedgerEntry {
  readonly path: string;
  readonly hash: string;
  readonly secret: boolean;
}

/** Undefined if the file does not exist. */
export interface LedgerTexts {
  readonly open: string | undefined;
  readonly secret: string | undefined;
}

const head = [
  '# Written by consul-cfg. It lists the files that consul-cfg wrote, so that it overwrites no others.',
  `# To see whether any was changed by hand: sha256sum -c ${ledgerName}`,
];

const secretHead = [
  '# Written by consul-cfg: the files here that hold secrets. Keep it out of version control.',
];

export function hashOf(content: string): string {
  return hash('sha256', content);
}

export function printLedger(entries: readonly LedgerEntry[]): { open: string; secret: string | undefined } {
  const secrets = entries.filter(({ secret }) => secret).map(lineOf);
  return {
    open: textOf(
      head,
      entries.map((entry) => (entry.secret ? `# secret  ${entry.path}` : lineOf(entry))),
    ),
    secret: secrets.length > 0 ? textOf(secretHead, secrets) : undefined,
  };
}

const lineOf = ({ path, hash }: LedgerEntry): string => `${hash}  ${path}`;

const textOf = (first: readonly string[], lines: readonly string[]): string =>
  `${[...first, ...[...new Set(lines)].sort(compareByPath)].join('\n')}\n`;

const pathOf = (line: string): string => line.slice(line.indexOf('  '));
const compareByPath = (a: string, b: string): number => {
  const [x, y] = [pathOf(a), pathOf(b)];
  return x < y ? -1 : x > y ? 1 : a < b ? -1 : 1;
};

/** Lines that mean nothing to us are passed over: the worst that follows is a refusal to overwrite. */
export function parseLedger({ open, secret }: LedgerTexts): Ledger {
  const hashes = new Map<string, Set<string>>();
  const secrets = new Set<string>();
  const read = (text: string, isSecret: boolean): void => {
    for (const [, hash, path] of text.matchAll(/^(?:([0-9a-f]{64})|# secret) {2}(.+)$/gm)) {
      if (isSecret || !hash) secrets.add(path!);
      if (!hash) continue;
      if (hashes.has(path!)) hashes.get(path!)!.add(hash);
      else hashes.set(path!, new Set([hash]));
    }
  };
  read(open ?? '', false);
  read(secret ?? '', true);
  return { hashes, secrets };
}

export function owns(ledger: Ledger, path: string, content: string): boolean {
  return ledger.hashes.get(path)?.has(hashOf(content)) ?? false;
}

export function knows(ledger: Ledger, path: string): boolean {
  return ledger.secrets.has(path) || ledger.hashes.has(path);
}

/** Whether a render could have written the path: a ledger is a plain file, and lines may have been added to it. */
export function couldBeRendered(path: string): boolean {
  if (path === 'RUNBOOK.md' || path === 'compose.yaml') return true;
  const [first, ...rest] = path.split('/');
  return isHostName(first!) && rest.length > 0 && rest.every(isPlain);
}

/** A part of a path on a host; what is below `.git` decides what git runs. */
const isPlain = (part: string): boolean =>
  /^[A-Za-z0-9_@+:.-]{1,100}$/.test(part) && part !== '.' && part !== '..' && part.toLowerCase() !== '.git';
