/** The release of Consul that a caller names. */

import { nearestModelled } from '../options/releases/older.ts';
import { defaultVersion, minors, parseVersion } from '../options/releases/versions.ts';
import { ConsulCfgError } from '../render/refusal.ts';

/** @throws ConsulCfgError for a text that is not a release */
export function releaseOf(caller: string, consul: string | undefined): string {
  if (consul === undefined) return defaultVersion;
  if (parseVersion(consul)) return nearestModelled(consul);
  throw new ConsulCfgError(caller, [
    {
      rule: 'manifest/consul-version',
      severity: 'error',
      message: `${JSON.stringify(consul)} is not a release of Consul; write one of ${minors.join(', ')}, or one with its patch, such as 1.20.1`,
      property: 'consul',
    },
  ]);
}
