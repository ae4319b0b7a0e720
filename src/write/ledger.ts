/**
 * What we wrote, so that a file of somebody else is never overwritten: JSON has no comments to sign. It is a file
 * that `sha256sum -c` reads, kept in the output directory. Of a file with secrets only the name is kept, since the
 * hash of a short password can be guessed back.
 */
import { hash } from 'node:crypto';

export const ledgerName = '.consul-cfg.sha256';

/** Hashes by path; several where a run ended between writing a file and saying so. */
export interface Ledger {
  readonly hashes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly secrets: ReadonlySet<string>;
}

export interface LedgerEntry {
  readonly path: string;
  /** Undefined for a file with secrets. */
  readonly hash: string | undefined;
}

const head = [
  '# Written by consul-cfg. It tells which files here are its own, so that it overwrites no others.',
  `# To see whether any was changed by hand: sha256sum -c ${ledgerName}`,
];

export function hashOf(content: string): string {
  return hash('sha256', content);
}

export function printLedger(entries: readonly LedgerEntry[]): string {
  const lines = entries.map(({ path, hash }) => (hash ? `${hash}  ${path}` : `# secret  ${path}`));
  return `${[...head, ...lines.sort(compareByPath)].join('\n')}\n`;
}

const pathOf = (line: string): string => line.slice(line.indexOf('  '));
const compareByPath = (a: string, b: string): number => {
  const [x, y] = [pathOf(a), pathOf(b)];
  return x < y ? -1 : x > y ? 1 : a < b ? -1 : 1;
};

/** Lines that mean nothing to us are passed over: the worst that follows is a refusal to overwrite. */
export function parseLedger(text: string): Ledger {
  const hashes = new Map<string, Set<string>>();
  const secrets = new Set<string>();
  for (const line of text.split('\n')) {
    const match = /^(?:([0-9a-f]{64})|# secret) {2}(.+)$/.exec(line);
    if (!match) continue;
    const [, hash, path] = match;
    if (!hash) secrets.add(path!);
    else if (hashes.has(path!)) hashes.get(path!)!.add(hash);
    else hashes.set(path!, new Set([hash]));
  }
  return { hashes, secrets };
}

export function owns(ledger: Ledger, path: string, content: string): boolean {
  return ledger.secrets.has(path) || (ledger.hashes.get(path)?.has(hashOf(content)) ?? false);
}

export function knows(ledger: Ledger, path: string): boolean {
  return ledger.secrets.has(path) || ledger.hashes.has(path);
}
