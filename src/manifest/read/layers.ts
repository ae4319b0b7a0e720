/** What a manifest says of agents at any of its levels: for all, for a class, for one node. */
import type { Finding } from '../../finding.ts';
import type { Section } from '../../options/option.ts';
import { minorOf, minors } from '../../options/versions.ts';
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
    systemd: readSystemd(value),
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
export function readSystemd(parent: Value): SystemdData {
  const value = at(parent, 'systemd');
  return value?.kind === 'object' ? (toPlain(value) as SystemdData) : {};
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
