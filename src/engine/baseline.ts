/**
 * What an old repository is allowed to go on having: findings by rule, file and option, with how many of each, so that
 * moving a line changes nothing and one more of the same is new. Values never get in, so neither do secrets.
 */
import type { Finding } from '../finding.ts';

export interface Baseline {
  readonly version: 1;
  readonly findings: readonly BaselineEntry[];
}

export interface BaselineEntry {
  readonly rule: string;
  readonly file: string;
  readonly path?: string;
  readonly count: number;
}

/** Sorted, so that it changes in a diff only where the findings do. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const known = entries.get(keyOf(finding));
    entries.set(keyOf(finding), known ? { ...known, count: known.count + 1 } : entryOf(finding));
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return { version: 1, findings: sorted.map(([, entry]) => entry) };
}

function entryOf({ rule, at, path }: Finding): BaselineEntry {
  return {
    rule,
    file: at.source.file,
    ...(path !== undefined && { path: withoutPositions(path) }),
    count: 1,
  };
}

const keyOf = ({ rule, at, path }: Finding): string =>
  `${at.source.file}\n${rule}\n${withoutPositions(path ?? '')}`;

/** An entry added to a list moves the others, which are still the same. */
const withoutPositions = (path: string): string => path.replace(/\[\d+\]/g, '[]');

/** The findings that are new. */
export function notInBaseline(baseline: Baseline, findings: readonly Finding[]): Finding[] {
  const left = new Map<string, number>(
    baseline.findings.map(
      ({ rule, file, path, count }) => [`${file}\n${rule}\n${path ?? ''}`, count] as const,
    ),
  );
  return findings.filter((finding) => {
    const key = keyOf(finding);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}

/** Undefined where the text is not a baseline. */
export function parseBaseline(text: string): Baseline | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return isBaseline(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function isBaseline(data: unknown): data is Baseline {
  if (typeof data !== 'object' || data === null || !('version' in data) || data.version !== 1) return false;
  return 'findings' in data && Array.isArray(data.findings) && data.findings.every(isEntry);
}

const isEntry = (entry: unknown): entry is BaselineEntry =>
  typeof entry === 'object' &&
  entry !== null &&
  'rule' in entry &&
  typeof entry.rule === 'string' &&
  'file' in entry &&
  typeof entry.file === 'string' &&
  'count' in entry &&
  typeof entry.count === 'number';
