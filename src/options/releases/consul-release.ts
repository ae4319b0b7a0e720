/** Consul's releases as types: the texts that `parseVersion` reads, as far as a type can say it. */
import { isOlder, outsideRange } from './older.ts';
import { defaultVersion, type Minor, minorOf, minors } from './versions.ts';

/** The minor releases that are known, oldest first. */
export const consulReleases: readonly Minor[] = minors;

/** The newest release that is known: the default wherever a release may be named. */
export const newestConsulRelease: Minor = defaultVersion;

/**
 * A Consul release that is known: a minor such as `1.20`, which means its newest patch, a patch such as `1.20.2`, and
 * either as `consul version` prints it, with a leading `v`, or with `+ent` behind it.
 */
export type ConsulRelease =
  | Minor
  | `v${Minor}`
  | `${'' | 'v'}${Minor}${`.${number}` | `.${number}-${string}` | `.${number}+${string}` | `+${string}`}`;

/**
 * The minor that a release belongs to: `1.20` for `v1.20.2+ent`. The tuples keep the compiler from going through all
 * releases for each type that depends on one.
 */
export type MinorOf<Release extends string> = [Release] extends [Minor]
  ? Release
  : [Release] extends [`v${infer Plain}`]
    ? MinorOf<Plain>
    : [Release] extends [`${infer Plain}${'+' | '-'}${string}`]
      ? MinorOf<Plain>
      : [Release] extends [`${infer Major}.${infer Second}.${string}`]
        ? Minor & `${Major}.${Second}`
        : Minor;

/**
 * Whether a text is a release that is known, such as one from the environment.
 *
 * @example
 * const consul = process.env.CONSUL_RELEASE ?? '';
 * if (isConsulRelease(consul)) cluster({ consul, servers: ['srv1'] });
 */
export const isConsulRelease = (text: string): text is ConsulRelease => minorOf(text) !== undefined;

export interface ReleaseProblem {
  /** `lint` takes an older release as the oldest that is known. */
  readonly kind: 'older' | 'newer' | 'malformed';
  /** Completes the text: `is not a release of Consul`. */
  readonly reason: string;
}

/** Why a text is not a release that is known; undefined where it is. */
export function releaseProblem(text: string): ReleaseProblem | undefined {
  if (minorOf(text)) return undefined;
  const reason = outsideRange(text);
  if (reason === undefined) return { kind: 'malformed', reason: 'is not a release of Consul' };
  return { kind: isOlder(text) ? 'older' : 'newer', reason };
}
