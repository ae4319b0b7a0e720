/** The gossip keys that an agent has kept in its data directory, and uses before the one of its configuration. */

import { isServer } from '../agent/predicates.ts';
import type { Node } from '../subjects.ts';
import { absolutePath, jsonIn } from './machine.ts';

export interface Keyring {
  readonly file: string;
  /** In base64; undefined where the agent cannot read the file either. */
  readonly keys: readonly string[] | undefined;
}

/** Empty when not on the machine, and where the agent is configured not to read them. */
export function keyringsOf(node: Node): readonly Keyring[] {
  const { config, machine } = node;
  const directory = absolutePath(config.string('data_dir'));
  if (!machine || directory === undefined || config.bool('disable_keyring_file') === true) return [];
  const isFederated = isServer(node) && (config.number('ports.serf_wan') ?? 0) > 0;
  return ['local', ...(isFederated ? ['remote'] : [])].flatMap((name) => {
    const file = `${directory}/serf/${name}.keyring`;
    const found = jsonIn(machine, file);
    return found ? { file, keys: found === 'invalid' ? undefined : keysIn(found.value) } : [];
  });
}

function keysIn(value: unknown): readonly string[] | undefined {
  const isList = Array.isArray(value) && value.length > 0;
  return isList && value.every((key) => typeof key === 'string') ? value : undefined;
}

/** Compared as bytes: base64 can be written in more than one way. */
export const holdsKey = (keys: readonly string[], key: string): boolean =>
  keys.some((kept) => Buffer.from(kept, 'base64').equals(Buffer.from(key, 'base64')));
