/** What a write would do, before it does anything: one step for each file. */
import type { OutFile } from '../manifest/file.ts';
import type { Disk, Entry } from './disk/disk.ts';
import {
  couldBeRendered,
  knows,
  type Ledger,
  type LedgerTexts,
  ledgerName,
  owns,
  parseLedger,
  secretLedgerName,
} from './ledger.ts';

export type Step =
  | { readonly kind: 'create'; readonly file: OutFile }
  | { readonly kind: 'update'; readonly file: OutFile; readonly before: string }
  | { readonly kind: 'same'; readonly file: OutFile }
  /** Not touched, and then nothing else is either. */
  | { readonly kind: 'refuse'; readonly path: string; readonly why: string }
  /** An earlier run wrote it and it is no longer rendered, such as a file of a node that was removed. */
  | { readonly kind: 'stale'; readonly path: string; readonly content: string; readonly secret: boolean };

export interface Plan {
  readonly steps: readonly Step[];
  readonly ledger: Ledger;
  /** The current ledger. */
  readonly texts: LedgerTexts;
}

export interface PlanOptions {
  /** Overwrite foreign files, and files that were changed since. */
  readonly force?: boolean;
}

export function plan(files: readonly OutFile[], disk: Disk, options: PlanOptions = {}): Plan {
  const texts = readLedger(disk);
  const ledger = parseLedger(texts);
  const wanted = new Set(files.map((file) => file.path));
  const steps = files.map((file) => stepFor(file, disk.look(file.path), ledger, options.force === true));
  const blocked = [ledgerName, secretLedgerName].flatMap((path): Step[] => {
    const entry = disk.look(path);
    return entry.kind === 'blocked' ? [{ kind: 'refuse', path, why: entry.why }] : [];
  });
  return { steps: [...blocked, ...steps, ...staleSteps(ledger, wanted, disk)], ledger, texts };
}

export function readLedger(disk: Disk): LedgerTexts {
  const [open, secret] = [ledgerName, secretLedgerName].map((path) => {
    const entry = disk.look(path);
    return entry.kind === 'file' ? entry.content : undefined;
  });
  return { open, secret };
}

/** The machine that renders has no user `consul`: only its owner may read a secret. */
export function modeOnDisk(file: OutFile): number {
  return file.secret ? 0o600 : file.mode | 0o600;
}

function stepFor(file: OutFile, entry: Entry, ledger: Ledger, force: boolean): Step {
  if (entry.kind === 'absent') return { kind: 'create', file };
  if (entry.kind === 'blocked') return { kind: 'refuse', path: file.path, why: entry.why };
  const exposed = file.secret && (entry.mode & 0o077) !== 0;
  if (entry.content === file.content && !exposed) return { kind: 'same', file };
  if (force || entry.content === file.content || owns(ledger, file.path, entry.content)) {
    return { kind: 'update', file, before: entry.content };
  }
  return { kind: 'refuse', path: file.path, why: whyNotOurs(ledger, file.path) };
}

function whyNotOurs(ledger: Ledger, path: string): string {
  if (!knows(ledger, path))
    return 'it was not written by consul-cfg; move it away, or overwrite it with --force';
  return ledger.hashes.has(path)
    ? 'it was changed since consul-cfg wrote it; move the change to the manifest, or overwrite it with --force'
    : `whether it was changed since consul-cfg wrote it cannot be seen, since ${secretLedgerName} does not have it; ` +
        'look at it, and overwrite it with --force';
}

/** Only files that are as they were written: a file that was changed belongs to the user. */
function staleSteps(ledger: Ledger, wanted: ReadonlySet<string>, disk: Disk): Step[] {
  const known = [...ledger.hashes.keys()].filter((path) => !wanted.has(path) && couldBeRendered(path));
  return known.sort().flatMap((path): Step[] => {
    const entry = disk.look(path);
    if (entry.kind !== 'file' || !owns(ledger, path, entry.content)) return [];
    return [{ kind: 'stale', path, content: entry.content, secret: ledger.secrets.has(path) }];
  });
}
