/** The release of Consul that a caller names. */
import { isOlder, nearestModelled, outsideRange } from '../../options/releases/older.ts';
import {
  compareVersions,
  defaultVersion,
  minorOf,
  minors,
  parseVersion,
} from '../../options/releases/versions.ts';
import { ConsulCfgError } from '../../render/config-error.ts';

/**
 * The release whose agent is meant, or the newest.
 *
 * @throws ConsulCfgError for one that is not modelled
 */
export function releaseOf(caller: string, consul: string | undefined): string {
  if (consul === undefined) return defaultVersion;
  if (isText(consul) && minorOf(consul)) return nearestModelled(consul);
  throw refusal(caller, 'consul', consul);
}

/**
 * The release to lint for; undefined leaves it to settings, units and manifests. An older one than is modelled is linted as
 * the oldest, and the report says so.
 *
 * @throws ConsulCfgError for a text that is not a release, and for one newer than is modelled
 */
export function lintedReleaseOf(caller: string, consul: string | undefined): string | undefined {
  if (consul === undefined) return undefined;
  return isText(consul) && isOlder(consul) ? consul : releaseOf(caller, consul);
}

/** @throws ConsulCfgError for a text that is not a release: of the release that is left, any will do */
export function refuseUnlessRelease(caller: string, property: string, consul: string): void {
  if (!isText(consul) || !parseVersion(consul)) throw refusal(caller, property, consul);
}

/** @throws ConsulCfgError where the release to upgrade to is the older one */
export function refuseDowngrade(caller: string, from: string, to: string): void {
  if (compareVersions(from, to) <= 0) return;
  const message = `from is ${from}, which is newer than ${to}: only the way to a newer release is covered`;
  throw new ConsulCfgError(caller, [
    { rule: 'manifest/consul-version', severity: 'error', message, property: 'from' },
  ]);
}

const isText = (value: unknown): value is string => typeof value === 'string';

function refusal(caller: string, property: string, consul: unknown): ConsulCfgError {
  const outside = isText(consul) ? outsideRange(consul) : undefined;
  const what = outside
    ? `Consul ${consul} ${outside}`
    : `${JSON.stringify(consul)} is not a release of Consul`;
  const message = `${what}; write one of ${minors.join(', ')}, or one with its patch, such as 1.20.1`;
  return new ConsulCfgError(caller, [
    { rule: 'manifest/consul-version', severity: 'error', message, property },
  ]);
}
