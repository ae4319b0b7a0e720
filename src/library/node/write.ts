/** Rendered files to a directory, or to a host as an archive. */
import type { OutFile } from '../../manifest/file.ts';
import { isPatronis } from '../../manifest/keys/patroni/layout.ts';
import { ConsulCfgError } from '../../render/refusal.ts';
import { apply, hasWork } from '../../write/apply.ts';
import { directory } from '../../write/disk/directory.ts';
import { lockOutput } from '../../write/disk/lock.ts';
import { type Plan, plan as planFiles, type Step } from '../../write/plan.ts';
import { tar as tarOf } from '../../write/tar.ts';

export interface PlanOptions {
  /** Overwrite files that consul-cfg did not write, or that were changed since. Default: false. */
  readonly force?: boolean | undefined;
}

/** What writing would do with one file. */
export interface PlannedStep {
  /** `refuse`: a file of others is in the way. `stale`: written before, and no longer rendered. */
  readonly kind: Step['kind'];
  /** Below the directory. */
  readonly path: string;
  /** Why it is refused. */
  readonly why?: string;
}

export interface WriteOptions extends PlanOptions {
  /** Remove files that were rendered before and are not any more. Default: false. */
  readonly prune?: boolean | undefined;
}

export interface Written {
  readonly steps: readonly PlannedStep[];
  /** How many files were written. */
  readonly written: number;
  /** How many stale ones were removed. */
  readonly removed: number;
}

/** What `write` would do. Nothing is written. */
export const plan = (
  files: readonly OutFile[],
  out: string,
  options: PlanOptions = {},
): readonly PlannedStep[] => planned(files, out, options).steps.map(stepOf);

/** Whether a directory is as rendered: no file is missing, changed or left over. */
export const isAsRendered = (files: readonly OutFile[], out: string): boolean =>
  plan(files, out).every(({ kind }) => kind === 'same');

/**
 * Writes files so that each is old or new whenever the program ends, and remembers what it wrote.
 *
 * @throws ConsulCfgError where a file of others is in the way, and then nothing is written; DiskError where the machine
 * refuses
 */
export function write(files: readonly OutFile[], out: string, options: WriteOptions = {}): Written {
  const lock = lockOutput(out);
  try {
    const disk = directory(out, lock);
    const now = planFiles(files, disk, { force: options.force === true });
    refuse(now);
    const work = { prune: options.prune === true };
    const done = hasWork(now, work) ? apply(now, disk, work) : { written: 0, removed: 0 };
    return { steps: now.steps.map(stepOf), ...done };
  } finally {
    lock?.close();
  }
}

export interface TarOptions {
  /** Also the files that make Patroni use Consul. Default: false, since a Patroni with another store would take them. */
  readonly withPatroni?: boolean | undefined;
}

/**
 * The files of one node as an archive with owners and modes, for `tar -C / -x` on its host.
 *
 * @throws RangeError for a node that has no files
 */
export function tar(
  files: readonly OutFile[],
  node: string,
  { withPatroni = false }: TarOptions = {},
): Uint8Array {
  const inside = `${node}/`;
  const own = files.filter(({ path }) => path.startsWith(inside));
  if (own.length === 0) {
    const nodes = new Set(
      files.flatMap(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : [])),
    );
    throw new RangeError(`tar(): there is no node ${node}; the files are of ${[...nodes].join(', ')}`);
  }
  const onHost = own.map((file) => ({ ...file, path: file.path.slice(inside.length) }));
  const archived = withPatroni ? onHost : onHost.filter(({ path }) => !isPatronis(path));
  return new TextEncoder().encode(tarOf(archived));
}

const planned = (files: readonly OutFile[], out: string, { force = false }: PlanOptions): Plan =>
  planFiles(files, directory(out), { force });

const stepOf = (step: Step): PlannedStep =>
  step.kind === 'refuse'
    ? { kind: step.kind, path: step.path, why: step.why }
    : { kind: step.kind, path: 'file' in step ? step.file.path : step.path };

function refuse({ steps }: Plan): void {
  const refused = steps.flatMap((step) => (step.kind === 'refuse' ? [step] : []));
  if (refused.length === 0) return;
  throw new ConsulCfgError(
    'write()',
    refused.map(({ path, why }) => ({
      rule: 'files/path',
      severity: 'error',
      message: why,
      property: path,
    })),
  );
}
