/** What a write would do, before it does anything: one step for each file. */
import type { OutFile } from '../build/file.ts';
import type { Disk, Entry } from './disk.ts';
import { knows, type Ledger, ledgerName, owns, parseLedger } from './ledger.ts';

export type Step =
  | { readonly kind: 'create'; readonly file: OutFile }
  | { readonly kind: 'update'; readonly file: OutFile; readonly before: string }
  | { readonly kind: 'same'; readonly file: OutFile }
  /** Not touched, and then nothing else is either. */
  | { readonly kind: 'refuse'; readonly path: string; readonly why: string }
  /** We wrote it once and it is no longer rendered, such as a file of a node that was taken away. */
  | { readonly kind: 'stale'; readonly path: string; readonly content: string; readonly secret: boolean };

export interface Plan {
  readonly steps: readonly Step[];
  readonly ledger: Ledger;
  /** The ledger's text as it stands; undefined where there is none. */
  readonly ledgerText: string | undefined;
}

export interface PlanOptions {
  /** Overwrite files that are not ours, or that somebody changed since. */
  readonly force?: boolean;
}

export function plan(files: readonly OutFile[], disk: Disk, options: PlanOptions = {}): Plan {
  const entry = disk.look(ledgerName);
  const ledgerText = entry.kind === 'file' ? entry.content : undefined;
  const ledger = parseLedger(ledgerText ?? '');
  const wanted = new Set(files.map((file) => file.path));
  const steps = files.map((file) => stepFor(file, disk.look(file.path), ledger, options.force === true));
  if (entry.kind === 'blocked') steps.unshift({ kind: 'refuse', path: ledgerName, why: entry.why });
  return { steps: [...steps, ...staleSteps(ledger, wanted, disk)], ledger, ledgerText };
}

/** On the machine that renders there is no user `consul`: a secret is for its owner alone. */
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
  const why = knows(ledger, file.path)
    ? 'it was changed since consul-cfg wrote it; move the change to the manifest, or overwrite it with --force'
    : 'it was not written by consul-cfg; move it away, or overwrite it with --force';
  return { kind: 'refuse', path: file.path, why };
}

/** Only files that are still as we left them: one that somebody changed is theirs now. */
function staleSteps(ledger: Ledger, wanted: ReadonlySet<string>, disk: Disk): Step[] {
  const known = [...ledger.hashes.keys(), ...ledger.secrets].filter(
    (path) => !wanted.has(path) && isInside(path),
  );
  return known.sort().flatMap((path): Step[] => {
    const entry = disk.look(path);
    if (entry.kind !== 'file' || !owns(ledger, path, entry.content)) return [];
    return [{ kind: 'stale', path, content: entry.content, secret: ledger.secrets.has(path) }];
  });
}

/** A ledger is a file like any other, and could have been written to make us remove something elsewhere. */
function isInside(path: string): boolean {
  return (
    !path.startsWith('/') &&
    !path.includes('\\') &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}
