/** The places of secrets in a configuration, and what the manifest has there. */

import { takesReference } from '../manifest/secrets/references.ts';
import type { Kind } from '../options/kinds.ts';
import { isSecret } from '../secrets/detect.ts';
import { below, type Place, rootPlace } from '../secrets/place.ts';
import { runOf } from '../secrets/run/run.ts';
import { textOf } from '../secrets/values.ts';
import type { Member, ObjectValue, StringValue, Value } from '../text/tree/value.ts';
import { memberPath } from '../util/text.ts';

export interface SecretPlace {
  readonly path: string;
  /** A manifest accepts the literal value here. */
  readonly opaque: boolean;
  readonly kind: Kind | undefined;
}

/** What becomes of a secret; undefined takes it away. */
type Change = (value: StringValue, place: SecretPlace) => Value | undefined;

interface Around {
  readonly path: string;
  readonly place: Place;
  readonly previous?: string | undefined;
}

/** The configuration with each secret replaced by what `change` makes of it. */
export const changeSecrets = (config: ObjectValue, change: Change): ObjectValue =>
  visitMembers(config, { path: '', place: rootPlace }, change);

function visitMembers(value: ObjectValue, { path, place }: Around, change: Change): ObjectValue {
  const members = [...value.members].flatMap(([name, member]): [string, Member][] => {
    const around = { path: memberPath(path, name), place: below(place, name) };
    const changed = visit(member.value, around, change);
    return changed ? [[name, { ...member, value: changed }]] : [];
  });
  return { ...value, members: new Map(members) };
}

function visit(value: Value, around: Around, change: Change): Value | undefined {
  switch (value.kind) {
    case 'list': {
      const items = value.items.map((item, i) =>
        visit(
          item,
          { ...around, path: `${around.path}[${i}]`, previous: textOf(value.items[i - 1]) },
          change,
        ),
      );
      return { ...value, items: items.filter((item) => item !== undefined) };
    }
    case 'object':
      return visitMembers(value, around, change);
    case 'string':
      return visitString(value, around, change);
    default:
      return value;
  }
}

function visitString(value: StringValue, around: Around, change: Change): Value | undefined {
  const { path, place } = around;
  if (!isSecret(value.value, around) && runOf(value.source).in(value.value).length === 0) return value;
  return change(value, { path, kind: place.kinds[0], opaque: !takesReference(place) });
}
