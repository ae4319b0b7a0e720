/** Carries a plan out. A kill at any point leaves every file old or new, and the ledger knowing both. */
import type { Disk } from './disk.ts';
import { hashOf, type Ledger, type LedgerEntry, ledgerName, printLedger } from './ledger.ts';
import { modeOnDisk, type Plan, type Step } from './plan.ts';

export interface ApplyOptions {
  /** Remove stale files too. */
  readonly prune?: boolean;
}

export interface Applied {
  readonly written: number;
  readonly removed: number;
}

/**
 * Writes what the plan says, in its order. The plan must hold no `refuse`. Throws `DiskError` when the machine
 * refuses; what was written until then stays, and the next run goes on from there.
 */
export function apply(plan: Plan, disk: Disk, options: ApplyOptions = {}): Applied {
  const removals = options.prune ? plan.steps.filter((step) => step.kind === 'stale') : [];
  const changes = plan.steps.filter((step) => step.kind === 'create' || step.kind === 'update');
  const entries = finalEntries(plan, options.prune === true);
  const after = printLedger(entries);
  const between = printLedger([...entries, ...earlierEntries(plan.ledger, entries)]);
  const touched = changes.length + removals.length > 0;
  if (touched && between !== plan.ledgerText) disk.write(ledgerName, between, 0o644);
  for (const { file } of changes) disk.write(file.path, file.content, modeOnDisk(file));
  for (const { path } of removals) disk.remove(path);
  if (after !== (touched ? between : plan.ledgerText)) disk.write(ledgerName, after, 0o644);
  return { written: changes.length, removed: removals.length };
}

function finalEntries(plan: Plan, prune: boolean): LedgerEntry[] {
  return plan.steps.flatMap((step) => entryOf(step, prune));
}

function entryOf(step: Step, prune: boolean): LedgerEntry[] {
  switch (step.kind) {
    case 'refuse':
      return [];
    case 'stale':
      return prune ? [] : [{ path: step.path, hash: step.secret ? undefined : hashOf(step.content) }];
    default:
      return [{ path: step.file.path, hash: step.file.secret ? undefined : hashOf(step.file.content) }];
  }
}

/** What the ledger said before: still true of a file that a killed run did not reach. */
function earlierEntries(ledger: Ledger, entries: readonly LedgerEntry[]): LedgerEntry[] {
  const said = new Set(entries.map(({ path, hash }) => `${hash ?? ''} ${path}`));
  const earlier: LedgerEntry[] = [...ledger.secrets].map((path) => ({ path, hash: undefined }));
  for (const [path, hashes] of ledger.hashes) {
    for (const hash of hashes) earlier.push({ path, hash });
  }
  return earlier.filter(({ path, hash }) => !said.has(`${hash ?? ''} ${path}`));
}
