/** Configurations with one option changed. */
import { objectValue } from '../../../text/tree/make.ts';
import type { ObjectValue, Value } from '../../../text/tree/value.ts';

export function withValue(
  config: ObjectValue,
  [name = '', ...rest]: readonly string[],
  value: Value,
): ObjectValue {
  const member = config.members.get(name);
  const inner = member?.value.kind === 'object' ? member.value : objectValue(new Map(), value);
  const changed = rest.length === 0 ? value : withValue(inner, rest, value);
  return {
    ...config,
    members: new Map(config.members).set(name, { name, key: member?.key ?? value, value: changed }),
  };
}

export function without(config: ObjectValue, [name = '', ...rest]: readonly string[]): ObjectValue {
  const members = new Map(config.members);
  const member = members.get(name);
  if (rest.length === 0) members.delete(name);
  else if (member?.value.kind === 'object')
    members.set(name, { ...member, value: without(member.value, rest) });
  return { ...config, members };
}
