/** Every option that a configuration writes, with its row of the option table. */

import { agent } from '../../options/agent.ts';
import type { Kind, ListKind, MapKind, ScalarKind } from '../../options/kinds.ts';
import type { Option, Role, Section } from '../../options/option.ts';
import { elementsOf, visitKind } from '../../options/visit.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { own } from '../../util/collections.ts';
import { memo } from '../../util/memo.ts';

export interface SetOption {
  /** `services[2].checks[0].interval` */
  readonly path: string;
  readonly option: Option;
  readonly member: Member;
}

export interface SetScalar {
  readonly path: string;
  readonly option: Option;
  readonly kind: ScalarKind;
  readonly value: Value;
  /** The role that reads it: its own, or that of a block around it; undefined where both do. */
  readonly role: Role | undefined;
}

export interface SetOptions {
  /** Blocks before what is in them, in the order of the text. */
  readonly options: readonly SetOption[];
  /** Single values, those in lists and maps included. What the agent hands on unread is left out. */
  readonly scalars: readonly SetScalar[];
}

/** The options that a file, or all files of an agent together, set. Kept, because many rules need them. */
export const collectSetOptions = memo(
  (root: ObjectValue): SetOptions => collectSetOptionsWhere(root, () => true),
);

/** The same of such options only; of the blocks around them too. */
export function collectSetOptionsWhere(root: ObjectValue, wanted: (option: Option) => boolean): SetOptions {
  const visited: Visited = { options: [], scalars: [], wanted };
  visitSection(root, agent, { path: '', role: undefined }, visited);
  return visited;
}

interface Visited {
  readonly options: SetOption[];
  readonly scalars: SetScalar[];
  readonly wanted: (option: Option) => boolean;
}

/** A value in a block: the path before its name, and the role that reads the block. */
interface Place {
  readonly path: string;
  readonly role: Role | undefined;
}

function visitSection(
  object: ObjectValue,
  section: Section,
  { path: prefix, role }: Place,
  into: Visited,
): void {
  for (const member of object.members.values()) {
    const option = own(section, member.name);
    if (!option || !into.wanted(option)) continue;
    const path = prefix + member.name;
    into.options.push({ path, option, member });
    visitValue(member.value, option.kind, { path, role: option.role ?? role }, option, into);
  }
}

function visitValue(value: Value, kind: Kind, place: Place, option: Option, into: Visited): void {
  const visitElements = ({ of }: ListKind | MapKind): void => {
    for (const element of elementsOf(value, place.path))
      visitValue(element.value, of, { ...place, path: element.path }, option, into);
  };
  visitKind(kind, {
    block: ({ free, section }) => {
      if (value.kind === 'object' && !free)
        visitSection(value, section(), { ...place, path: `${place.path}.` }, into);
    },
    list: visitElements,
    map: visitElements,
    variant: () => {},
    any: () => {},
    scalar: (scalar) => into.scalars.push({ ...place, option, kind: scalar, value }),
  });
}
