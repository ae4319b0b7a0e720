/** Reads what a manifest may give at each of its levels: for all nodes, for a class, for one node. */
import type { Finding } from '../../finding.ts';
import { agent } from '../../options/agent.ts';
import { minorOf, minors } from '../../options/releases/versions.ts';
import type { Span } from '../../text/source/source.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import type { KeyContext } from '../keys/key.ts';
import { type KeyName, keyRecords } from '../manifest.ts';
import { readReferences } from '../secrets/references.ts';
import type { Layer, RoleConfig } from '../structure.ts';
import { at, stringAt } from '../values.ts';

/** Of a class or a node. */
export function readLayer(value: Value, context: KeyContext): Layer {
  const layered = keyRecords.filter(([, key]) => key.merge);
  return {
    config: readConfig(value, 'config', context),
    keys: new Map<KeyName, unknown>(layered.map(([name, key]) => [name, key.read(at(value, name), context)])),
  };
}

export function readRoles(value: Value, context: KeyContext): RoleConfig {
  return {
    common: readConfig(value, 'config', context),
    server: readConfig(value, 'server_config', context),
    client: readConfig(value, 'client_config', context),
  };
}

function readConfig(parent: Value, key: string, context: KeyContext): ObjectValue | undefined {
  const value = at(parent, key);
  if (value?.kind !== 'object') return undefined;
  for (const finding of emptyItems(value)) context.findings.push(finding);
  return readReferences(value, { ...context, section: agent });
}

/** YAML reads `- ` without a value as null. HCL cannot express that, and agents read it in various ways. */
function emptyItems(value: Value): Finding[] {
  if (value.kind === 'object') return [...value.members.values()].flatMap((entry) => emptyItems(entry.value));
  if (value.kind !== 'list') return [];
  return value.items.flatMap((item) => (item.kind === 'null' ? [emptyItem(item)] : emptyItems(item)));
}

const emptyItem = (at: Span): Finding => ({
  rule: 'manifest/invalid',
  severity: 'error',
  message: 'this item of the list is empty; give it a value or remove it',
  at,
});

export function checkVersion(value: Value | undefined, { findings }: KeyContext): void {
  if (value?.kind !== 'string' || minorOf(value.value)) return;
  findings.push({
    rule: 'manifest/consul-version',
    severity: 'error',
    message: `Consul ${value.value} is not supported; supported are ${minors.join(', ')}`,
    at: value,
  });
}

/** Without the `v` that `consul version` prints in front of it. */
export const releaseAt = (value: Value): string | undefined => stringAt(value, 'consul')?.replace(/^v/, '');
