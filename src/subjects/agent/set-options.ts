/** Every option that a configuration writes, with its row of the option table. */

import { agent } from '../../options/agent.ts';
import type { Kind, ScalarKind } from '../../options/kinds.ts';
import type { Option, Section } from '../../options/option.ts';
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
  visitSection(root, agent, '', visited);
  return visited;
}

interface Visited {
  readonly options: SetOption[];
  readonly scalars: SetScalar[];
  readonly wanted: (option: Option) => boolean;
}

function visitSection(object: ObjectValue, section: Section, prefix: string, into: Visited): void {
  for (const member of object.members.values()) {
    const option = own(section, member.name);
    if (!option || !into.wanted(option)) continue;
    const path = prefix + member.name;
    into.options.push({ path, option, member });
    visitValue(member.value, option.kind, path, option, into);
  }
}

function visitValue(value: Value, kind: Kind, path: string, option: Option, into: Visited): void {
  switch (kind.shape) {
    case 'block':
      if (value.kind === 'object' && !kind.free) visitSection(value, kind.section(), `${path}.`, into);
      return;
    case 'list':
      if (value.kind !== 'list') return;
      for (const [i, item] of value.items.entries()) visitValue(item, kind.of, `${path}[${i}]`, option, into);
      return;
    case 'map':
      if (value.kind !== 'object') return;
      for (const { name, value: item } of value.members.values()) {
        visitValue(item, kind.of, `${path}.${name}`, option, into);
      }
      return;
    case 'variant':
    case 'any':
      return;
    default:
      into.scalars.push({ path, option, kind, value });
  }
}
