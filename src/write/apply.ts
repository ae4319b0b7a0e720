/** Carries a plan out. A kill at any point leaves every file old or new, and the ledger knowing both. */
import type { Disk } from './disk/disk.ts';
import { ignoreName, ignoreText, needsIgnore } from './ignored.ts';
import {
  hashOf,
  type Ledger,
  type LedgerEntry,
  type LedgerTexts,
  ledgerName,
  printLedger,
  secretLedgerName,
} from './ledger.ts';
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
 * Writes the files of the plan, in its order. The plan must hold no `refuse`. Throws `DiskError` when the machine
 * refuses; what was written until then stays, and the next run goes on from there.
 */
export function apply(plan: Plan, disk: Disk, options: ApplyOptions = {}): Applied {
  const work = applying(plan, disk, options);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

/** The same, yielding after each file, so that a long write can be interrupted. */
export function* applying(
  plan: Plan,
  disk: Disk,
  options: ApplyOptions = {},
): Generator<undefined, Applied, undefined> {
  const removals = options.prune ? plan.steps.filter((step) => step.kind === 'stale') : [];
  const changes = plan.steps.filter((step) => step.kind === 'create' || step.kind === 'update');
  const entries = finalEntries(plan, options.prune === true);
  const after = printLedger(entries);
  const between = printLedger([...entries, ...earlierEntries(plan.ledger)]);
  const touched = changes.length + removals.length > 0;
  const ignored = ignoreText(entries);
  if (needsIgnore(ignored, disk)) disk.write(ignoreName, ignored, 0o644);
  if (touched) keepLedger(plan.texts, between, disk);
  for (const { file } of changes) {
    disk.write(file.path, file.content, modeOnDisk(file));
    yield;
  }
  for (const { path } of removals) {
    disk.remove(path);
    yield;
  }
  keepLedger(touched ? between : plan.texts, after, disk);
  return { written: changes.length, removed: removals.length };
}

/** Whether applying it would write anything at all. */
export function hasWork(plan: Plan, disk: Disk, options: ApplyOptions = {}): boolean {
  const entries = finalEntries(plan, options.prune === true);
  const { open, secret } = printLedger(entries);
  const kinds = new Set(plan.steps.map(({ kind }) => kind));
  return (
    kinds.has('create') ||
    kinds.has('update') ||
    (options.prune === true && kinds.has('stale')) ||
    open !== plan.texts.open ||
    secret !== plan.texts.secret ||
    needsIgnore(ignoreText(entries), disk)
  );
}

/** The hashes of secrets first: the other names their files, and without a hash none of them is ours. */
function keepLedger(before: LedgerTexts, after: LedgerTexts, disk: Disk): void {
  if (after.secret === undefined) {
    if (before.secret !== undefined) disk.remove(secretLedgerName);
  } else if (after.secret !== before.secret) disk.write(secretLedgerName, after.secret, 0o600);
  if (after.open !== before.open) disk.write(ledgerName, after.open!, 0o644);
}

function finalEntries(plan: Plan, prune: boolean): LedgerEntry[] {
  return plan.steps.flatMap((step) => entryOf(step, prune));
}

function entryOf(step: Step, prune: boolean): LedgerEntry[] {
  switch (step.kind) {
    case 'refuse':
      return [];
    case 'stale': {
      const { path, content, secret } = step;
      return prune ? [] : [{ path, hash: hashOf(content), secret }];
    }
    default: {
      const { path, content, secret } = step.file;
      return [{ path, hash: hashOf(content), secret }];
    }
  }
}

/** The previous entry of the ledger: still true of a file that a killed run did not reach. */
function earlierEntries({ hashes, secrets }: Ledger): LedgerEntry[] {
  return [...hashes].flatMap(([path, known]) =>
    [...known].map((hash) => ({ path, hash, secret: secrets.has(path) })),
  );
}
