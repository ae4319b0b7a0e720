/** For which release a run lints, why, and which fixes that release knows. */
import { isOfText, lowered } from '../../engine/certainty/lowered.ts';
import { type Finding, type Fix, isError } from '../../finding.ts';
import { withoutFix } from '../../model/decode/fixable.ts';
import { neededBy } from '../../options/releases/introduced.ts';
import { nearestModelled, outsideRange } from '../../options/releases/older.ts';
import { compareVersions, defaultVersion, isAtLeast } from '../../options/releases/versions.ts';
import type { Span } from '../../text/source/source.ts';
import { nodesIn, type OpenedInput, type Session } from './session.ts';

/** The release that is chosen, and those that files near the linted ones state. */
export type KnownReleases = Pick<OpenedInput, 'release' | 'stated'>;

export interface ReleaseNote {
  /** The releases of the nodes, oldest first. */
  readonly releases: readonly string[];
  readonly text: string;
}

export function releaseNote({ input, found }: Session): ReleaseNote {
  const { release, releaseFrom = 'the caller', stated } = input;
  const nodes = nodesIn(found);
  const units = nodes.flatMap(({ unit, container }) =>
    unit?.consul === undefined ? (container?.release?.at ?? []) : [unit.start.at],
  );
  const assumed = release ?? stated?.newest.release;
  const versions =
    nodes.length > 0 ? nodes.map(({ version }) => version) : [nearestModelled(assumed ?? defaultVersion)];
  const releases = [...new Set(versions)].sort(compareVersions);
  const linted = `linted for Consul ${releases.join(' and ')}`;
  const outside = assumed === undefined ? undefined : outsideRange(assumed);
  if (outside && assumed) {
    const older = compareVersions(assumed, defaultVersion) < 0;
    const place = release ? releaseFrom : placeOf(stated!.newest.at);
    return {
      releases,
      text: `${linted}: ${place} states ${assumed}, which ${outside}; what changed ${older ? 'before' : 'after'} is not checked${older ? ', and fixes that write newer options are left out' : ''}`,
    };
  }
  if (release) return { releases, text: `${linted} (${releaseFrom})` };
  const places = [...units.slice(0, 1), ...(stated && units.length < nodes.length ? [stated.newest.at] : [])];
  if (places.length > 0)
    return { releases, text: `${linted} (${places.map(placeOf).join(', ')})${olderToo(input)}` };
  return { releases, text: `${linted}; nothing shows which release runs` };
}

function olderToo({ stated }: Session['input']): string {
  if (!stated || nearestModelled(stated.oldest.release) === nearestModelled(stated.newest.release)) return '';
  return `; ${placeOf(stated.oldest.at)} states ${stated.oldest.release}`;
}

const placeOf = ({ source, start }: Span): string => `${source.file}:${source.position(start).line}`;

/** Whether every agent that may run knows what a fix writes. */
export function isForRelease({ since, sets, edits }: Fix, { release, stated }: KnownReleases): boolean {
  const oldest = release ?? stated?.oldest.release;
  if (oldest === undefined) return true;
  if (since !== undefined && !isAtLeast(oldest, since)) return false;
  const isOlder = outsideRange(oldest)?.startsWith('is older') === true;
  return !isOlder || (sets === undefined && edits.every(({ creates }) => creates === undefined));
}

/** A finding as it is for the release that runs: without a fix that this refuses, and no error where it accepts the value. */
export const forRelease =
  (input: KnownReleases) =>
  (finding: Finding): Finding => {
    const kept = finding.fix && !isForRelease(finding.fix, input) ? withoutFix(finding) : finding;
    if (!isError(kept)) return kept;
    if (isOfNewerReleases(kept, input) || isOfEnterprise(kept, input))
      return { ...kept, severity: 'warning' };
    const unknown = isOfText(kept) || kept.rule.startsWith('syntax/') ? undefined : releaseBeforeFirst(input);
    if (unknown !== undefined) return lowered(kept, `unless ${unknown}, of which nothing is known, takes it`);
    return isOfUnknownRelease(kept, input)
      ? {
          ...kept,
          severity: 'warning',
          message: `${kept.message}. Releases before ${kept.since} accept it, and nothing shows which one runs`,
        }
      : kept;
  };

/** The release that is stated, where it is one before 1.0. */
function releaseBeforeFirst({ release, stated }: KnownReleases): string | undefined {
  const newest = release ?? stated?.newest.release;
  return newest?.startsWith('0.') ? newest : undefined;
}

/** True for what older releases accept, where nothing states one and the file has no option that these lack. */
const isOfUnknownRelease = ({ since, at }: Finding, { release, stated }: KnownReleases): boolean =>
  since !== undefined && !release && stated === undefined && !isAtLeast(neededBy(at.source.text), since);

/** True for what Enterprise accepts, where an image or a download of it is stated. */
const isOfEnterprise = ({ rule }: Finding, { stated }: KnownReleases): boolean =>
  /^option\/enterprise/.test(rule) &&
  stated !== undefined &&
  [stated.oldest, stated.newest].some(({ at: { source, start, end } }) =>
    /enterprise|^[^\n]*[-+]ent\b/.test(source.text.slice(start, end + 8)),
  );

/** True where every stated release is older than the first one of which the finding is true. */
const isOfNewerReleases = ({ since }: Finding, { release, stated }: KnownReleases): boolean =>
  since !== undefined && !release && stated !== undefined && !isAtLeast(stated.newest.release, since);
