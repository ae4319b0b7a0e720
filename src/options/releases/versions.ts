/** The Consul releases that are modelled, and what each of them knows. */
import type { Default, Option, Plain, Role } from '../option.ts';

/** One line for each minor release, oldest first. */
// biome-ignore format: adding a release is adding a line
export const minors = [
  '1.15',
  '1.16',
  '1.17',
  '1.18',
  '1.19',
  '1.20',
  '1.21',
  '1.22',
  '1.23',
  '2.0',
  '2.1',
] as const;

export type Minor = (typeof minors)[number];

/** The release to lint for where none is given: the newest. */
export const defaultVersion: Minor = minors[minors.length - 1]!;

export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

const form = /^v?(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** Reads `1.16`, `1.16.4`, `v1.20.2`, `1.22.7+ent`. A minor alone means its newest patch. Undefined: not a version. */
export function parseVersion(text: string): Version | undefined {
  const match = form.exec(text.trim());
  if (!match) return undefined;
  const [, major, minor, patch] = match;
  return {
    major: Number(major),
    minor: Number(minor),
    patch: patch === undefined ? Number.POSITIVE_INFINITY : Number(patch),
  };
}

/** The supported minor that a version belongs to, or undefined. */
export function minorOf(text: string): Minor | undefined {
  const version = parseVersion(text);
  return minors.find((minor) => minor === `${version?.major}.${version?.minor}`);
}

/** Sorts two targets. One that cannot be read counts as the newest. */
export function compareVersions(a: string, b: string): number {
  return compare(parseVersion(a) ?? newest, parseVersion(b) ?? newest);
}

/**
 * Whether a target is at or past the release in which something changed. A target `1.16` is the newest 1.16; a release
 * `1.16` is 1.16.0.
 */
export function isAtLeast(target: string, release: string): boolean {
  const version = parseVersion(release);
  if (!version) return false;
  return compare(parseVersion(target) ?? newest, firstPatch(version)) >= 0;
}

/** Whether the agent of a release knows the option's key at all; Enterprise keys count as known. */
export function knownIn(option: Pick<Option, 'since' | 'removed'>, target: string): boolean {
  if (option.removed && isAtLeast(target, option.removed)) return false;
  return option.since === undefined || reached(target, option.since);
}

/** With several releases, each starts its own line, and the last one every later line. */
function reached(target: string, since: string | readonly string[]): boolean {
  if (typeof since === 'string') return isAtLeast(target, since);
  return since.some((release, i) => {
    const isOwnLine = minorOf(target) === minorOf(release) || i === since.length - 1;
    return isOwnLine && isAtLeast(target, release);
  });
}

/** The default in one release for one role; undefined where the option is then simply unset. */
export function defaultIn(option: Option, target: string, role: Role): Plain | undefined {
  const earlier = option.earlierDefaults?.find(({ before }) => !isAtLeast(target, before));
  const found = earlier ? earlier.default : option.default;
  return isByRole(found) ? found[role] : found;
}

export function isByRole(value: Default | undefined): value is Extract<Default, { readonly server: Plain }> {
  return typeof value === 'object' && value !== null && 'server' in value;
}

const newest: Version = { major: Number.POSITIVE_INFINITY, minor: 0, patch: 0 };

const compare = (a: Version, b: Version): number =>
  sign(a.major, b.major) || sign(a.minor, b.minor) || sign(a.patch, b.patch);

const sign = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

const firstPatch = (version: Version): Version =>
  version.patch === Number.POSITIVE_INFINITY ? { ...version, patch: 0 } : version;

/** Is the release in the range? `since` is the first one in it, `before` the first one after it. */
export function existsIn(
  { since, before }: { readonly since?: string | undefined; readonly before?: string | undefined },
  version: string,
): boolean {
  if (since !== undefined && !isAtLeast(version, since)) return false;
  return before === undefined || !isAtLeast(version, before);
}
