/** From the values of a manifest, whose shape was checked, to the manifest. */
import { isIP } from 'node:net';
import type { Finding } from '../finding.ts';
import type { Role, Section } from '../options/option.ts';
import { minorOf, minors } from '../options/versions.ts';
import type { Span } from '../text/source.ts';
import { type Member, type ObjectValue, toPlain, type Value } from '../text/value.ts';
import { readFirewall } from './firewall/firewall.ts';
import type {
  Address,
  Datacenter,
  Manifest,
  ManifestFile,
  ManifestNode,
  NodeClass,
  RoleConfig,
} from './manifest.ts';
import { checkDatacenterName, checkNodeName, isHostName } from './names.ts';
import { readReferences } from './references.ts';
import type { PresetName, SystemdData } from './schema.ts';
import { readSecurity } from './security/read.ts';
import { readTemplates } from './templates/templates.ts';
import { at, stringAt } from './values.ts';

export interface ReadContext {
  readonly section: Section;
  readonly literals: boolean;
  readonly findings: Finding[];
}

export function readManifest(
  root: ObjectValue,
  files: readonly ManifestFile[],
  context: ReadContext,
): Manifest {
  const classes = new Map(
    entries(root, 'classes').map((entry) => [entry.name, readClass(entry.value, context)]),
  );
  const datacenters = readDatacenters(root, context);
  checkNodes(root, datacenters, classes, context);
  checkVersion(at(root, 'consul'), context);
  return {
    at: root,
    files,
    version: stringAt(root, 'consul') ?? '',
    format: stringAt(root, 'format') === 'hcl' ? 'hcl' : 'json',
    presets: words(at(root, 'profile')) as PresetName[],
    systemd: systemdOf(root),
    security: readSecurity(root, context),
    firewall: readFirewall(root, context.findings),
    templates: readTemplates(root, context.findings),
    config: roleConfig(root, context),
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
    readDatacenter(name, key, value, roleConfig(value, context), context),
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

function readNodes(parent: Value, key: string, role: Role, context: ReadContext): ManifestNode[] {
  const value = at(parent, key);
  if (value?.kind === 'list') {
    return value.items.map((item) =>
      readNode(item.kind === 'string' ? item.value : '', item, item, role, context),
    );
  }
  return entries(parent, key).map((entry) => readNode(entry.name, entry.key, entry.value, role, context));
}

function readNode(name: string, where: Span, value: Value, role: Role, context: ReadContext): ManifestNode {
  const wrong = checkNodeName(name, where);
  if (wrong) context.findings.push(wrong);
  checkVersion(at(value, 'consul'), context);
  return {
    name,
    role,
    at: where,
    address: readAddress(at(value, 'address'), context),
    classes: words(at(value, 'class')),
    version: stringAt(value, 'consul'),
    config: configOf(value, 'config', context),
    systemd: systemdOf(value),
    templates: readTemplates(value, context.findings),
  };
}

function readClass(value: Value, context: ReadContext): NodeClass {
  return {
    config: configOf(value, 'config', context),
    systemd: systemdOf(value),
    templates: readTemplates(value, context.findings),
  };
}

function roleConfig(value: Value, context: ReadContext): RoleConfig {
  return {
    common: configOf(value, 'config', context),
    server: configOf(value, 'server_config', context),
    client: configOf(value, 'client_config', context),
  };
}

function configOf(parent: Value, key: string, context: ReadContext): ObjectValue | undefined {
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
const systemdOf = (parent: Value): SystemdData => {
  const value = at(parent, 'systemd');
  return value?.kind === 'object' ? (toPlain(value) as SystemdData) : {};
};

function readAddress(value: Value | undefined, context: ReadContext): Address | undefined {
  if (value?.kind !== 'string') return undefined;
  const kind = addressKind(value.value);
  if (kind) return { text: value.value, kind, at: value };
  context.findings.push({
    rule: 'manifest/address',
    severity: 'error',
    message:
      `${JSON.stringify(value.value)} is no address: write an IP address without port, a host name, or a ` +
      'go-sockaddr template such as {{ GetInterfaceIP "eth0" }}',
    at: value,
  });
  return undefined;
}

function addressKind(text: string): Address['kind'] | undefined {
  if (isIP(text) && !text.includes('%')) return isAny(text) ? undefined : 'ip';
  if (/^\{\{[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*\}\}$/u.test(text)) return 'template';
  const looksNumeric = /^[\d.]+$/.test(text);
  return isHostName(text) && !looksNumeric ? 'name' : undefined;
}

/** Every address is none that another node could call. */
const isAny = (ip: string): boolean => /^[0.]+$|^[0:]+$/.test(ip);

function checkNodes(
  root: ObjectValue,
  datacenters: readonly Datacenter[],
  classes: ReadonlyMap<string, NodeClass>,
  { findings }: ReadContext,
): void {
  const seen = new Map<string, ManifestNode>();
  if (datacenters.every(({ nodes }) => nodes.length === 0)) findings.push(noNodes(root));
  for (const node of datacenters.flatMap((datacenter) => datacenter.nodes)) {
    const first = seen.get(node.name.toLowerCase());
    if (first) findings.push(twice(node, first));
    else seen.set(node.name.toLowerCase(), node);
    for (const name of node.classes) if (!classes.has(name)) findings.push(unknownClass(node, name, classes));
  }
}

const noNodes = (at: Span): Finding => ({
  rule: 'manifest/no-nodes',
  severity: 'error',
  message: 'no node is in the manifest; list them, such as servers: [pg-srv1, pg-srv2, pg-srv3]',
  at: at.source.span(at.start, at.start),
});

const twice = (node: ManifestNode, first: ManifestNode): Finding => ({
  rule: 'manifest/duplicate-node',
  severity: 'error',
  message: `${node.name} is in the manifest twice; each node needs a directory and a name of its own`,
  at: node.at,
  related: [{ at: first.at, message: 'the first time' }],
});

const unknownClass = (node: ManifestNode, name: string, known: ReadonlyMap<string, NodeClass>): Finding => ({
  rule: 'manifest/unknown-class',
  severity: 'error',
  message:
    `${node.name} is of the class ${JSON.stringify(name)}, which \`classes\` does not define` +
    (known.size > 0 ? `; it defines ${[...known.keys()].join(', ')}` : ''),
  at: node.at,
});

function checkVersion(value: Value | undefined, { findings }: ReadContext): void {
  if (value?.kind !== 'string' || minorOf(value.value)) return;
  findings.push({
    rule: 'manifest/consul-version',
    severity: 'error',
    message: `Consul ${value.value} is not modelled; known are ${minors.join(', ')}`,
    at: value,
  });
}

function entries(parent: Value, key: string): Member[] {
  const value = at(parent, key);
  return value?.kind === 'object' ? [...value.members.values()] : [];
}

/** One word or a list of them. */
function words(value: Value | undefined): string[] {
  if (value?.kind === 'string') return [value.value];
  if (value?.kind !== 'list') return [];
  return value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
}
