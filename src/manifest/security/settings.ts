/** What `tls` and `acl` of the manifest mean for one node. */
import type { Role } from '../../options/option.ts';
import type { Span } from '../../text/source/source.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import type { Group, Member } from '../derive.ts';
import type { Manifest } from '../manifest.ts';
import type { Setting } from '../presets/preset.ts';
import { stringAt } from '../values.ts';
import { aclSettings } from './acl.ts';
import { primaryOf } from './federation.ts';
import { type Facts, fillToken } from './placeholders.ts';
import { type Patroni, usualPatroni } from './security.ts';
import { tlsSettings } from './tls.ts';

export function securitySettings({ node, config }: Member, group: Group, manifest: Manifest): Setting[] {
  const { tls, acl } = manifest.security;
  const { role } = node;
  const facts = factsOf(node.name, role, group.datacenter, config);
  const primary = primaryOf(manifest);
  const forTls = { facts, role, config, servers: group.servers };
  const forAcl = {
    facts,
    role,
    version: node.version ?? manifest.version,
    primary: primary === group.datacenter ? undefined : primary,
  };
  return [
    ...(tls ? placed(tlsSettings(tls, forTls), tls.at) : []),
    ...(acl ? placed(aclSettings(acl, forAcl), acl) : []),
  ];
}

const placed = (settings: readonly Setting[], at: Span): Setting[] =>
  settings.map((setting) => ({ at, ...setting }));

/** Patroni runs on the clients if there are any, since then the servers are on machines of their own. */
export function patroniRole({ presets, datacenters }: Manifest): Role | undefined {
  if (!presets.includes('patroni')) return undefined;
  const hasClients = datacenters.some(({ nodes }) => nodes.some(({ role }) => role === 'client'));
  return hasClients ? 'client' : 'server';
}

export function patroniOf({ node, config }: Member, { datacenter }: Group, { security }: Manifest): Patroni {
  const patroni = security.patroni ?? usualPatroni;
  const facts = factsOf(node.name, node.role, datacenter, config);
  return { ...patroni, token: patroni.token && fillToken(patroni.token, facts) };
}

function factsOf(node: string, role: string, datacenter: string, config: ObjectValue): Facts {
  const domain = stringAt(config, 'domain')?.replace(/^\.|\.$/g, '') || 'consul';
  return { node, role, datacenter, domain };
}
