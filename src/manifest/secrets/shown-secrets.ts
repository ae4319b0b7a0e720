/** Configurations as they are shown to people: a secret is replaced by its origin. */
import { rootPlace } from '../../secrets/place.ts';
import { withoutSecrets } from '../../secrets/values.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { isReference, type Reference } from './references.ts';

/** Such as `(secret: env NAME)`. */
function describeReference(reference: Reference): string {
  switch (reference.kind) {
    case 'env':
      return `(secret: env ${reference.name})`;
    case 'command':
      return `(secret: command ${reference.argv[0]})`;
    default:
      return `(secret: ${reference.kind} ${reference.path})`;
  }
}

/** The configuration with each reference described, and without literal secrets. */
export const shownConfig = (config: ObjectValue): ObjectValue =>
  describe(withoutSecrets(config, rootPlace)) as ObjectValue;

function describe(value: Value): Value {
  if (isReference(value)) return { ...value, value: describeReference(value.reference) };
  if (value.kind === 'list') return { ...value, items: value.items.map(describe) };
  if (value.kind !== 'object') return value;
  const members = [...value.members].map(
    ([name, member]) => [name, { ...member, value: describe(member.value) }] as const,
  );
  return { ...value, members: new Map(members) };
}
