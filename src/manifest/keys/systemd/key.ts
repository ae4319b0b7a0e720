/** `systemd` of a manifest, a class or a node: the unit and the account of the agent. */
import type { Finding } from '../../../finding.ts';
import { secretsInLines } from '../../../secrets/shapes.ts';
import { type ObjectValue, toPlain, type Value } from '../../../text/tree/value.ts';
import { at } from '../../values.ts';
import { type KeyContext, key } from '../key.ts';
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
  read: readSystemd,
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

function readSystemd(value: Value | undefined, { literals, findings }: KeyContext): SystemdData {
  if (value?.kind !== 'object') return {};
  const service = at(value, 'service');
  if (!literals && service?.kind === 'object')
    for (const finding of secretsInUnit(service)) findings.push(finding);
  return toPlain(value) as SystemdData;
}

/** Everyone on the host can read a unit, and what `systemctl show` prints of it. */
const secretsInUnit = ({ members }: ObjectValue): Finding[] =>
  [...members.values()].flatMap(({ name, value }) =>
    (value.kind === 'list' ? value.items : [value]).flatMap((item) =>
      item.kind === 'string' && secretsInLines(`${name}=${item.value}`).length > 0
        ? [literalSecret(name, item)]
        : [],
    ),
  );

const literalSecret = (name: string, at: Value): Finding => ({
  rule: 'manifest/literal-secret',
  severity: 'error',
  message:
    `\`${name}\` holds a secret, and everyone on the host can read a unit: write it into a file that belongs to root ` +
    'with mode 0600, and name that file with `EnvironmentFile`',
  at,
  path: `systemd.service.${name}`,
});

export { record as key };
