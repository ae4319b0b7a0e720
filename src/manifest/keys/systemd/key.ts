/** `systemd` of a manifest, a class or a node: the unit and the account of the agent. */
import { toPlain } from '../../../text/tree/value.ts';
import { key } from '../key.ts';
import type { SystemdData } from './schema.ts';

export interface Systemd {
  readonly binary: string;
  readonly user: string;
  readonly group: string;
  /** Whether a package ships the unit itself. */
  readonly dropIn: boolean;
  /** Directives of [Service], after those of the unit. */
  readonly service: NonNullable<SystemdData['service']>;
}

const record = key({
  read: (value): SystemdData => (value?.kind === 'object' ? (toPlain(value) as SystemdData) : {}),
  merge: (layers: readonly SystemdData[]): Systemd => {
    const merged: SystemdData = Object.assign({}, ...layers);
    const user = merged.user ?? 'consul';
    return {
      binary: merged.binary ?? (merged.drop_in ? '/usr/bin/consul' : '/usr/local/bin/consul'),
      dropIn: merged.drop_in === true,
      user,
      group: merged.group ?? user,
      service: Object.assign({}, ...layers.map((layer) => layer.service)),
    };
  },
});

export { record as key };
