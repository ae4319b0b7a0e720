/** `acl` as the options of a node: the tokens that it needs and no others. */

import { findOption } from '../../options/lookup.ts';
import { acl as aclOptions } from '../../options/sections/acl.ts';
import { knownIn } from '../../options/versions.ts';
import type { Member, ObjectValue } from '../../text/tree/value.ts';
import type { Setting } from '../presets/preset.ts';
import { at } from '../values.ts';
import { type Facts, fillToken } from './placeholders.ts';

export interface AclNode {
  readonly facts: Facts;
  readonly role: 'server' | 'client';
  /** The release that it runs. */
  readonly version: string;
  /** The primary datacenter, where it is another than the node's. */
  readonly primary: string | undefined;
}

export function aclSettings(acl: ObjectValue, node: AclNode): Setting[] {
  const members = [...acl.members.values()];
  const found = at(acl, 'tokens');
  const tokens = found?.kind === 'object' ? found : undefined;
  const isSecondary = node.role === 'server' && node.primary !== undefined;
  return [
    { path: 'acl.enabled', value: true, why: '`acl` is in the manifest' },
    {
      path: 'acl.default_policy',
      value: 'deny',
      why: 'an ACL system that allows what nobody forbade protects nothing',
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
            why: `tokens are made in ${node.primary} and are to hold here too`,
          },
        ]
      : []),
    ...members
      .filter(({ value }) => value !== tokens)
      .map(({ name, key, value }) => ({ path: `acl.${name}`, value, why: undefined, at: key })),
    ...[...(tokens?.members.values() ?? [])].flatMap((entry) => token(entry, node)),
  ];
}

function token({ name, key, value }: Member, node: AclNode): Setting[] {
  const known = findOption(`tokens.${name}`, aclOptions())?.option;
  if (!isFor(name, node) || (known && !knownIn(known, node.version))) return [];
  const filled = value.kind === 'string' ? fillToken(value, node.facts) : value;
  return [{ path: `acl.tokens.${name}`, value: filled, why: undefined, at: key }];
}

/** The management token is made by the primary's servers, and only the others' servers copy from them. */
function isFor(name: string, { role, primary }: AclNode): boolean {
  if (name === 'initial_management') return role === 'server' && primary === undefined;
  if (name === 'replication') return role === 'server' && primary !== undefined;
  return true;
}
