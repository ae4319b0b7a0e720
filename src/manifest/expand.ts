/** From a manifest to its nodes: the layers of options laid over each other, and what follows from the whole. */

import { type Finding, tidy } from '../finding.ts';
import type { Role } from '../options/option.ts';
import type { ObjectValue } from '../text/tree/value.ts';
import { derive, type Group, groupOf, type Member } from './derive.ts';
import { firewallFindings } from './firewall/firewall.ts';
import { checkHostDirectories } from './host-directories.ts';
import { checkHostPath, hostPaths } from './host-paths.ts';
import type { Datacenter, Manifest, ManifestNode } from './manifest.ts';
import type { NodeSpec, Systemd } from './node.ts';
import type { Setting } from './presets/preset.ts';
import { presets } from './presets.ts';
import type { SystemdData } from './schema.ts';
import { checkSecurity } from './security/check.ts';
import { federationLayer } from './security/federation.ts';
import { patroniOf, patroniRole, securitySettings } from './security/settings.ts';
import { mergeTemplates } from './templates/templates.ts';
import { at, fromPaths, objectValue, overlay, withoutNulls } from './values.ts';

export interface Expansion {
  /** One for each node, in the order of the manifest. */
  readonly nodes: readonly NodeSpec[];
  readonly findings: readonly Finding[];
}

export function expand(manifest: Manifest): Expansion {
  const layers = layering(manifest);
  const groups = manifest.datacenters.map((datacenter) =>
    groupOf(
      datacenter.name,
      datacenter.nodes.map((node) => ({ node, config: layers(datacenter, node) })),
    ),
  );
  const estate: Estate = { manifest, groups, patroniRole: patroniRole(manifest) };
  const nodes = groups.flatMap((group) => group.members.map((member) => specOf(member, group, estate)));
  const troubles = nodes.flatMap(({ config }) => hostPaths(config).map(checkHostPath));
  const findings = [
    ...troubles.filter((trouble) => trouble !== undefined),
    ...nodes.flatMap(checkHostDirectories),
    ...checkSecurity(manifest, nodes),
    ...firewallFindings(manifest.firewall, nodes),
  ];
  return { nodes, findings: tidy(findings) };
}

/** What the manifest says for a node, from general to special. Nodes without options of their own share one object. */
function layering(manifest: Manifest): (datacenter: Datacenter, node: ManifestNode) => ObjectValue {
  const shared = new Map<string, ObjectValue>();
  const empty = objectValue(new Map(), manifest.at);
  return (datacenter, node) => {
    const key = JSON.stringify([datacenter.name, node.role, node.classes]);
    let base = shared.get(key);
    if (!base) {
      const classes = node.classes.map((name) => manifest.classes.get(name)?.config);
      const roles = [manifest.config, datacenter.config].flatMap((config) => [
        config.common,
        config[node.role],
      ]);
      const federation = federationLayer(manifest, datacenter.name, node.role);
      base = [federation, ...roles, ...classes].reduce<ObjectValue>(overlay, empty);
      shared.set(key, base);
    }
    return overlay(base, node.config);
  };
}

interface Estate {
  readonly manifest: Manifest;
  readonly groups: readonly Group[];
  /** The role of the nodes on whose hosts Patroni runs. */
  readonly patroniRole: Role | undefined;
}

function specOf(member: Member, group: Group, { manifest, groups, patroniRole }: Estate): NodeSpec {
  const { node, config: written } = member;
  const settings = [
    ...derive(member, group, groups),
    ...manifest.presets.flatMap((name) => presets[name].settings({ role: node.role, servers: group.quorum })),
    ...securitySettings(member, group, manifest),
  ];
  const config = withoutNulls(overlay(fromPaths(settings, node.at), written));
  return {
    name: node.name,
    role: node.role,
    at: node.at,
    datacenter: group.datacenter,
    version: node.version ?? manifest.version,
    format: manifest.format,
    address: node.address?.kind === 'ip' ? node.address.text : undefined,
    host: member.target.host,
    config,
    reasons: reasonsOf(settings, written),
    systemd: systemdOf([
      manifest.systemd,
      ...node.classes.map((name) => manifest.classes.get(name)?.systemd ?? {}),
      node.systemd,
    ]),
    templates: mergeTemplates([
      manifest.templates,
      ...node.classes.flatMap((name) => manifest.classes.get(name)?.templates ?? []),
      node.templates,
    ]),
    patroni: node.role === patroniRole ? patroniOf(member, group, manifest) : undefined,
  };
}

function reasonsOf(settings: readonly Setting[], written: ObjectValue): Map<string, string> {
  const derived = settings.filter(({ path }) => at(written, ...path.split('.')) === undefined);
  return new Map(derived.flatMap(({ path, why }) => (why === undefined ? [] : [[path, why] as const])));
}

function systemdOf(layers: readonly SystemdData[]): Systemd {
  const merged: SystemdData = Object.assign({}, ...layers);
  const user = merged.user ?? 'consul';
  return {
    binary: merged.binary ?? (merged.drop_in ? '/usr/bin/consul' : '/usr/local/bin/consul'),
    dropIn: merged.drop_in === true,
    user,
    group: merged.group ?? user,
    service: Object.assign({}, ...layers.map((layer) => layer.service)),
  };
}
