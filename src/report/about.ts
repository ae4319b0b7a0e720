/** What reports for programs have in common: where a rule is explained, where a file is in its repository, what was run. */
import { posix } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { Finding } from '../finding.ts';
import { ruleIds } from '../rule-ids.ts';
import { shownLine } from '../secrets/known.ts';
import { sha256 } from '../util/sha256.ts';
import type { ReportInput, ReportStyle } from './report.ts';

export const program = {
  name: packageJson.name,
  version: packageJson.version,
  url: packageJson.homepage.replace(/#.*/, ''),
};

const known: ReadonlySet<string> = new Set(ruleIds);

/** The page of a rule; undefined for one of a caller. */
export const rulePage = (rule: string): string | undefined =>
  known.has(rule) ? `${program.url}/blob/v${program.version}/docs/rules/${rule}.md` : undefined;

/** The path below the root of the repository, where servers look for it; as it is where it is outside. */
export function repositoryPath(file: string, { repository }: Pick<ReportStyle, 'repository'>): string {
  const path = file.replaceAll('\\', '/');
  if (!repository) return path;
  const root = repository.root.replaceAll('\\', '/').replace(/\/$/, '');
  const isAbsolute = path.startsWith('/') || /^[a-z]:\//i.test(path);
  const absolute = posix.normalize(isAbsolute ? path : `${repository.cwd.replaceAll('\\', '/')}/${path}`);
  return absolute.startsWith(`${root}/`) ? absolute.slice(root.length + 1) : path;
}

/** For which release, with which rules, by which release of consul-cfg. */
export function runText({ release, rules }: ReportInput): string {
  const parts = [
    release?.text,
    rules && `preset ${rules.preset}`,
    rules && rules.profiles.length > 0 ? `profile ${rules.profiles.join(', ')}` : undefined,
    `${program.name} ${program.version}`,
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

/**
 * A name for each finding that stays the same while lines move: by rule, file, and option or line. Findings that are alike are
 * numbered.
 */
export function fingerprints(
  findings: readonly Finding[],
  style: Pick<ReportStyle, 'repository'>,
): readonly string[] {
  const times = new Map<string, number>();
  return findings.map(({ rule, at, path, message }) => {
    const { source, start } = at;
    const line = path ?? shownLine(source, source.position(start).line)?.trim() ?? message;
    const key = JSON.stringify([rule, repositoryPath(source.file, style), line]);
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    return sha256(time === 0 ? key : `${key} ${time}`);
  });
}
