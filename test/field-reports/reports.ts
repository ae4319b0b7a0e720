/**
 * Public bug reports, rebuilt as the smallest configuration that shows them: text files in `reports/`, in the form of the
 * cases of rules; and faults that an expert saw in files of public repositories, in `repositories/`. `source` is the thread, `before` the verdict when it was first tried, `root` the rule that names the cause
 * (or, of `run: compare` and `run: upgrade FROM TO`, the option), and `unseen` the reason why no file shows it.
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
  /** The command that answers it, with its arguments; absent: lint or validate. */
  readonly command: readonly string[] | undefined;
  /** Absent where there are no files to look at. */
  readonly case: Case | undefined;
}

/** Of threads, each with its source. */
export const readReports = (): readonly FieldReport[] => readFolder('reports');

/** Of files, without a source. */
export const readSeenFaults = (): readonly FieldReport[] => readFolder('repositories');

function readFolder(name: string): readonly FieldReport[] {
  const folder = join(import.meta.dirname, name);
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
        command: commandIn(setting('run') ?? ''),
        case: /^-- /m.test(text) ? parseCase(path, file) : undefined,
      };
    });
}

function commandIn(text: string): readonly string[] | undefined {
  const [name, from = '', to = ''] = text.split(' ');
  if (name === 'compare') return ['compare', 'old', 'new'];
  return name === 'upgrade' ? ['upgrade', '--from', from, '--to', to, '.'] : undefined;
}
