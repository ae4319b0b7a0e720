/** What a manifest says of agents at any of its levels: for all, for a class, for one node. */
import type { Finding } from '../../finding.ts';
import type { Section } from '../../options/option.ts';
import { minorOf, minors } from '../../options/versions.ts';
import { secretsInLines } from '../../secrets/shapes.ts';
import type { Span } from '../../text/source/source.ts';
import { type ObjectValue, toPlain, type Value } from '../../text/tree/value.ts';
import type { NodeClass, RoleConfig } from '../manifest.ts';
import { readReferences } from '../references.ts';
import type { SystemdData } from '../schema.ts';
import { readTemplates } from '../templates/templates.ts';
import { at } from '../values.ts';

export interface ReadContext {
  readonly section: Section;
  readonly literals: boolean;
  readonly findings: Finding[];
}

/** Of a class or a node. */
export function readLayer(value: Value, context: ReadContext): NodeClass {
  return {
    config: readConfig(value, 'config', context),
    systemd: readSystemd(value, context),
    templates: readTemplates(value, context.findings),
  };
}

export function readRoles(value: Value, context: ReadContext): RoleConfig {
  return {
    common: readConfig(value, 'config', context),
    server: readConfig(value, 'server_config', context),
    client: readConfig(value, 'client_config', context),
  };
}

function readConfig(parent: Value, key: string, context: ReadContext): ObjectValue | undefined {
  const value = at(parent, key);
  if (value?.kind !== 'object') return undefined;
  context.findings.push(...emptyItems(value));
  return readReferences(value, context);
}

/** YAML makes a null of `- ` with nothing behind it; HCL cannot say it, and agents take it for various things. */
function emptyItems(value: Value): Finding[] {
  if (value.kind === 'object') return [...value.members.values()].flatMap((entry) => emptyItems(entry.value));
  if (value.kind !== 'list') return [];
  return value.items.flatMap((item) => (item.kind === 'null' ? [emptyItem(item)] : emptyItems(item)));
}

const emptyItem = (at: Span): Finding => ({
  rule: 'manifest/invalid',
  severity: 'error',
  message: 'this item of the list is empty; give it a value or take it away',
  at,
});

/** Its shape was checked against the schema. */
export function readSystemd(parent: Value, { literals, findings }: ReadContext): SystemdData {
  const value = at(parent, 'systemd');
  if (value?.kind !== 'object') return {};
  const service = at(value, 'service');
  if (!literals && service?.kind === 'object') findings.push(...secretsInUnit(service));
  return toPlain(value) as SystemdData;
}

/** A unit is readable by everybody, and so is what `systemctl show` prints of it. */
function secretsInUnit({ members }: ObjectValue): Finding[] {
  return [...members.values()].flatMap(({ name, value }) =>
    (value.kind === 'list' ? value.items : [value]).flatMap((item): Finding[] => {
      if (item.kind !== 'string' || secretsInLines(`${name}=${item.value}`).length === 0) return [];
      const message =
        `\`${name}\` holds a secret, and everybody can read a unit: write it into a file of root's with mode 0600, ` +
        'and name that with `EnvironmentFile`';
      return [
        {
          rule: 'manifest/literal-secret',
          severity: 'error',
          message,
          at: item,
          path: `systemd.service.${name}`,
        },
      ];
    }),
  );
}

export function checkVersion(value: Value | undefined, { findings }: ReadContext): void {
  if (value?.kind !== 'string' || minorOf(value.value)) return;
  findings.push({
    rule: 'manifest/consul-version',
    severity: 'error',
    message: `Consul ${value.value} is not modelled; known are ${minors.join(', ')}`,
    at: value,
  });
}
