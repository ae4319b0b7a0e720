/**
 * Public bug reports, rebuilt as the smallest configuration that shows them: text files in `reports/`, in the form of the
 * cases of rules. `source` is the thread, `before` the verdict when it was first tried, `root` the rule that names the cause
 * (or, of `run: compare`, the option), and `unseen` the reason why no file shows it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, parseCase } from '../rules/cases.ts';

export interface FieldReport {
  readonly name: string;
  readonly kind: string;
  readonly source: string;
  readonly area: string;
  readonly before: string;
  readonly root: string | undefined;
  readonly unseen: string | undefined;
  readonly isComparison: boolean;
  /** Absent where there are no files to look at. */
  readonly case: Case | undefined;
}

const folder = join(import.meta.dirname, 'reports');

export function readReports(): readonly FieldReport[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      const setting = (key: string): string | undefined => new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1];
      return {
        name: file.replace(/\.txt$/, ''),
        kind: /^# (.+)$/m.exec(text)?.[1] ?? '',
        source: setting('source') ?? '',
        area: setting('area') ?? '',
        before: setting('before') ?? '',
        root: setting('root'),
        unseen: setting('unseen'),
        isComparison: setting('run') === 'compare',
        case: /^-- /m.test(text) ? parseCase(path, file) : undefined,
      };
    });
}
