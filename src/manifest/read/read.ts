/** From the values of a manifest, whose shape was checked, to the manifest. */
import type { Finding } from '../../finding.ts';
import type { Span } from '../../text/source/source.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { readFirewall } from '../firewall/firewall.ts';
import type { Datacenter, Manifest, ManifestFile, RoleConfig } from '../manifest.ts';
import { checkDatacenterName } from '../names.ts';
import type { PresetName } from '../schema.ts';
import { readSecurity } from '../security/read.ts';
import { readTemplates } from '../templates/templates.ts';
import { at, membersAt, stringAt, wordsAt } from '../values.ts';
import { checkVersion, type ReadContext, readLayer, readRoles, readSystemd } from './layers.ts';
import { checkNodes, readNodes } from './nodes.ts';

export function readManifest(
  root: ObjectValue,
  files: readonly ManifestFile[],
  context: ReadContext,
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
    version: stringAt(root, 'consul') ?? '',
    format: stringAt(root, 'format') === 'hcl' ? 'hcl' : 'json',
    presets: wordsAt(root, 'profile') as PresetName[],
    systemd: readSystemd(root, context),
    security: readSecurity(root, context),
    firewall: readFirewall(root, context.findings),
    templates: readTemplates(root, context.findings),
    config: readRoles(root, context),
    classes,
    datacenters,
  };
}

function readDatacenters(root: ObjectValue, context: ReadContext): Datacenter[] {
  const several = at(root, 'datacenters');
  if (several?.kind !== 'object') {
    const name = at(root, 'datacenter');
    const text = name?.kind === 'string' ? name.value : 'dc1';
    return [readDatacenter(text, name ?? root, root, emptyConfig, context)];
  }
  for (const key of ['datacenter', 'servers', 'clients']) {
    const entry = root.members.get(key);
    if (entry) context.findings.push(besideDatacenters(key, entry.key));
  }
  return [...several.members.values()].map(({ name, key, value }) =>
    readDatacenter(name, key, value, readRoles(value, context), context),
  );
}

const besideDatacenters = (key: string, at: Span): Finding => ({
  rule: 'manifest/invalid',
  severity: 'error',
  message: `\`${key}\` cannot stand beside \`datacenters\`; move it into one of them`,
  at,
  path: key,
});

const emptyConfig: RoleConfig = { common: undefined, server: undefined, client: undefined };

function readDatacenter(
  name: string,
  where: Span,
  value: Value,
  config: RoleConfig,
  context: ReadContext,
): Datacenter {
  const wrong = checkDatacenterName(name, where);
  if (wrong) context.findings.push(wrong);
  const nodes = [
    ...readNodes(value, 'servers', 'server', context),
    ...readNodes(value, 'clients', 'client', context),
  ];
  return { name: name.toLowerCase(), at: where, config, nodes };
}
