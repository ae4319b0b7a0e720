/** The texts of files after fixes, as plain data. */
import type { FixRun } from '../../fix/fix.ts';
import type { JsonFinding } from '../../report/json.ts';
import { plainFinding } from '../plain/report.ts';

export interface FixedTexts {
  /** The new texts of the files that change, by their names in findings. Nothing is written. */
  readonly files: Readonly<Record<string, string>>;
  /** The texts of the same files before, for `patch`. */
  readonly originals: Readonly<Record<string, string>>;
  readonly fixed: readonly JsonFinding[];
  /** Findings whose fix was not made, since it would have done harm: why. */
  readonly dropped: readonly { readonly finding: JsonFinding; readonly why: string }[];
}

export function fixedTexts(run: FixRun | undefined): FixedTexts {
  const { files = [], fixed = [], dropped = [] } = run ?? {};
  return {
    files: Object.fromEntries(files.map(({ file, after }) => [file, after])),
    originals: Object.fromEntries(files.map(({ file, before }) => [file, before])),
    fixed: fixed.map((finding) => plainFinding(finding)),
    dropped: dropped.map(({ finding, why }) => ({ finding: plainFinding(finding), why })),
  };
}
