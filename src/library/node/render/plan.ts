/** What writing rendered files to a directory would do. */
import type { OutFile } from '../../../manifest/file.ts';
import { ConsulCfgError } from '../../../render/config-error.ts';
import { printDiff } from '../../../write/diff.ts';
import { directory } from '../../../write/disk/directory.ts';
import { type Plan, plan as planFiles, type Step } from '../../../write/plan.ts';
import { checkOptions } from '../../given/options.ts';

export interface PlanOptions {
  /** Overwrite files that consul-cfg did not write, or that were changed since. Default: false. */
  readonly force?: boolean | undefined;
  /**
   * Leave out files with secrets that an earlier run wrote and that are not there, as in a fresh clone: version control
   * keeps none. Default: false.
   */
  readonly committed?: boolean | undefined;
  /** Leave out every file with secrets, for an estate that was rendered with placeholders. Default: false. */
  readonly withoutSecrets?: boolean | undefined;
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

/** What `write` would do. Nothing is written. */
export const plan = (
  files: readonly OutFile[],
  out: string,
  options: PlanOptions = {},
): readonly PlannedStep[] => planned('plan()', files, out, options).steps.map(stepOf);

/** The plan as a unified diff; files with secrets show as fingerprints. */
export const planDiff = (files: readonly OutFile[], out: string, options: PlanOptions = {}): string =>
  printDiff(planned('planDiff()', files, out, options));

/** Whether a directory is as rendered: no file is missing, changed or left over. */
export const isAsRendered = (
  files: readonly OutFile[],
  out: string,
  options: Pick<PlanOptions, 'committed' | 'withoutSecrets'> = {},
): boolean => planned('isAsRendered()', files, out, options).steps.every(({ kind }) => kind === 'same');

function planned(caller: string, files: readonly OutFile[], out: string, options: PlanOptions): Plan {
  checkOptions(caller, options, { force: 'any', committed: 'any', withoutSecrets: 'any' });
  const { force = false, committed = false, withoutSecrets = false } = options;
  const compared = withoutSecrets ? files.filter(({ secret }) => !secret) : files;
  const whole = planFiles(compared, directory(out), { force });
  const secrets = new Set(files.flatMap(({ path, secret }) => (secret ? [path] : [])));
  const steps = whole.steps
    .filter((step) => !(step.kind === 'stale' && withoutSecrets && secrets.has(step.path)))
    .filter((step) => !(committed && isKeptElsewhere(step, whole)))
    .map((step) => (committed ? withModeOfGit(step) : step));
  return { ...whole, steps };
}

/** Git keeps no modes but whether a file is a program. */
const withModeOfGit = (step: Step): Step =>
  step.kind === 'update' && step.before === step.file.content ? { kind: 'same', file: step.file } : step;

const isKeptElsewhere = (step: Step, { ledger }: Plan): boolean =>
  step.kind === 'create' && step.file.secret && ledger.secrets.has(step.file.path);

export const stepOf = (step: Step): PlannedStep =>
  step.kind === 'refuse'
    ? { kind: step.kind, path: step.path, why: step.why }
    : { kind: step.kind, path: 'file' in step ? step.file.path : step.path };

/** @throws ConsulCfgError where a file of others is in the way: `property` is its path */
export function refuseSteps(caller: string, { steps }: Plan): void {
  const refused = steps.flatMap((step) => (step.kind === 'refuse' ? [step] : []));
  if (refused.length === 0) return;
  throw new ConsulCfgError(
    caller,
    refused.map(({ path, why }) => ({
      rule: 'files/path',
      severity: 'error',
      message: why,
      property: path,
    })),
  );
}
