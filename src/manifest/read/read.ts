/** Makes a manifest of its values, whose shape was checked. */
import type { Finding } from '../../finding.ts';
import type { Span } from '../../text/source/source.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import type { KeyContext } from '../keys/key.ts';
import { type KeyValues, keyRecords, type Manifest } from '../manifest.ts';
import type { ListedDatacenter, ManifestFile, RoleConfig } from '../structure.ts';
import { at, membersAt } from '../values.ts';
import { checkVersion, readLayer, readRoles, releaseAt } from './layers.ts';
import { checkDatacenterName } from './names.ts';
import { checkNodes, readNodes } from './nodes.ts';

export function readManifest(
  root: ObjectValue,
  files: readonly ManifestFile[],
  context: KeyContext,
): Manifest {
  const classes = new Map(
    membersAt(root, 'classes').map((entry) => [entry.name, readLayer(entry.value, context)]),
  );
  const datacenters = readDatacenters(root, context);
  checkNodes(root, datacenters, classes, context);
  checkVersion(at(root, 'consul'), context);
  return {
    at: root,
    files,
    version: releaseAt(root) ?? '',
    config: readRoles(root, context),
    classes,
    datacenters,
    ...readKeys(root, context),
  };
}

function readKeys(root: ObjectValue, context: KeyContext): KeyValues {
  const values = keyRecords.map(([name, key]) => [name, key.read(at(root, name), context)]);
  return Object.fromEntries(values) as KeyValues;
}

function readDatacenters(root: ObjectValue, context: KeyContext): ListedDatacenter[] {
  const several = at(root, 'datacenters');
  if (several?.kind !== 'object') {
    const name = at(root, 'datacenter');
    const text = name?.kind === 'string' ? name.value : 'dc1';
    return [readDatacenter(text, name ?? root, root, emptyConfig, context)];
  }
  for (const key of ['datacenter', 'servers', 'clients']) {
    const entry = root.members.get(key);
    if (entry) context.findings.push(notWithDatacenters(key, entry.key));
  }
  return [...several.members.values()].map(({ name, key, value }) =>
    readDatacenter(name, key, value, readRoles(value, context), context),
  );
}

const notWithDatacenters = (key: string, at: Span): Finding => ({
  rule: 'manifest/invalid',
  severity: 'error',
  message: `\`${key}\` cannot be given together with \`datacenters\`; move it into one of them`,
  at,
  path: key,
});

const emptyConfig: RoleConfig = { common: undefined, server: undefined, client: undefined };

function readDatacenter(
  name: string,
  where: Span,
  value: Value,
  config: RoleConfig,
  context: KeyContext,
): ListedDatacenter {
  const wrong = checkDatacenterName(name, where);
  if (wrong) context.findings.push(wrong);
  const nodes = [
    ...readNodes(value, 'servers', 'server', context),
    ...readNodes(value, 'clients', 'client', context),
  ];
  return { name: name.toLowerCase(), at: where, config, nodes };
}
