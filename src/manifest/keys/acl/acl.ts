/** `acl` of a manifest as the options of a node: only the tokens that the node needs. */

import { findOption } from '../../../options/lookup.ts';
import { knownIn } from '../../../options/releases/versions.ts';
import { acl as aclOptions } from '../../../options/sections/security/acl.ts';
import type { Member, ObjectValue } from '../../../text/tree/value.ts';
import { at } from '../../values.ts';
import type { Setting } from '../key.ts';
import { type Facts, fillToken } from '../placeholders.ts';

export interface AclContext {
  readonly facts: Facts;
  readonly role: 'server' | 'client';
  /** The release that it runs. */
  readonly version: string;
  /** The primary datacenter; undefined if the node is in it. */
  readonly primary: string | undefined;
}

export function aclSettings(acl: ObjectValue, node: AclContext): Setting[] {
  const members = [...acl.members.values()];
  const found = at(acl, 'tokens');
  const tokens = found?.kind === 'object' ? found : undefined;
  const isSecondary = node.role === 'server' && node.primary !== undefined;
  return [
    { path: 'acl.enabled', value: true, why: '`acl` is in the manifest' },
    {
      path: 'acl.default_policy',
      value: 'deny',
      why: 'an ACL system that allows whatever is not forbidden protects nothing',
    },
    {
      path: 'acl.enable_token_persistence',
      value: true,
      why: 'tokens that are set through the API are then kept over a restart',
    },
    ...(isSecondary
      ? [
          {
            path: 'acl.enable_token_replication',
            value: true,
            why: `tokens are created in ${node.primary} and must be valid here too`,
          },
        ]
      : []),
    ...members
      .filter(({ value }) => value !== tokens)
      .map(({ name, key, value }) => ({ path: `acl.${name}`, value, why: undefined, at: key })),
    ...[...(tokens?.members.values() ?? [])].flatMap((entry) => token(entry, node)),
  ];
}

function token({ name, key, value }: Member, node: AclContext): Setting[] {
  const known = findOption(`tokens.${name}`, aclOptions())?.option;
  if (!isFor(name, node) || (known && !knownIn(known, node.version))) return [];
  const filled = value.kind === 'string' ? fillToken(value, node.facts) : value;
  return [{ path: `acl.tokens.${name}`, value: filled, why: undefined, at: key }];
}

/** Servers of the primary create the management token; only servers of other datacenters replicate. */
function isFor(name: string, { role, primary }: AclContext): boolean {
  if (name === 'initial_management') return role === 'server' && primary === undefined;
  if (name === 'replication') return role === 'server' && primary !== undefined;
  return true;
}
