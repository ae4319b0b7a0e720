/** Configurations for people to look at: in the place of a secret stands where it comes from. */
import type { Value } from '../text/value.ts';
import { isReference, type Reference } from './references.ts';

/** Such as `(secret: env NAME)`. */
export function describeReference(reference: Reference): string {
  switch (reference.kind) {
    case 'env':
      return `(secret: env ${reference.name})`;
    case 'command':
      return `(secret: command ${reference.argv[0]})`;
    default:
      return `(secret: ${reference.kind} ${reference.path})`;
  }
}

/** Secrets may stand deep in a list. */
export function withoutSecrets<V extends Value>(value: V): V {
  return hide(value) as V;
}

function hide(value: Value): Value {
  if (isReference(value)) return { ...value, value: describeReference(value.reference) };
  if (value.kind === 'list') return { ...value, items: value.items.map(hide) };
  if (value.kind !== 'object') return value;
  const members = [...value.members].map(
    ([name, member]) => [name, { ...member, value: hide(member.value) }] as const,
  );
  return { ...value, members: new Map(members) };
}
