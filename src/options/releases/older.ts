/** Releases outside of the range that is modelled: what is reported about them, and which one replaces them. */
import { compareVersions, minorOf, minors, parseVersion } from './versions.ts';

const oldest = minors[0];
const newest = minors[minors.length - 1]!;

/** Completes "Consul 1.9 …"; undefined where the release is modelled, or the text is not a release. */
export function outsideRange(text: string): string | undefined {
  if (!parseVersion(text) || minorOf(text)) return undefined;
  return compareVersions(text, oldest) < 0
    ? `is older than ${oldest}, the oldest release that consul-cfg knows`
    : `is newer than ${newest}, the newest release that consul-cfg knows`;
}

/** True for a release before the oldest one that is modelled. */
export const isOlder = (text: string): boolean =>
  parseVersion(text) !== undefined && compareVersions(text, oldest) < 0;

/** The release itself, or the nearest one that is modelled. */
export function nearestModelled(text: string): string {
  if (!outsideRange(text)) return text.replace(/^v/, '');
  return compareVersions(text, oldest) < 0 ? oldest : newest;
}
