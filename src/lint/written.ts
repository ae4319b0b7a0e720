/** Every option that a configuration writes, with its row of the option table. */
import { agent } from '../options/agent.ts';
import type { Kind, ScalarKind } from '../options/kinds.ts';
import type { Option, Section } from '../options/option.ts';
import type { Member, ObjectValue, Value } from '../text/value.ts';

export interface WrittenOption {
  /** `services[2].checks[0].interval` */
  readonly path: string;
  readonly option: Option;
  readonly member: Member;
}

export interface WrittenScalar {
  readonly path: string;
  readonly option: Option;
  readonly kind: ScalarKind;
  readonly value: Value;
}

interface Visitor {
  readonly option?: (written: WrittenOption) => void;
  readonly scalar?: (written: WrittenScalar) => void;
}

/** Visits blocks before what is in them, in the order of the text. What the agent hands on unread is passed over. */
export function visitWritten(root: ObjectValue, visitor: Visitor): void {
  visitSection(root, agent, '', visitor);
}

function visitSection(object: ObjectValue, section: Section, prefix: string, visitor: Visitor): void {
  for (const member of object.members.values()) {
    const option = Object.hasOwn(section, member.name) ? section[member.name] : undefined;
    if (!option) continue;
    const path = prefix + member.name;
    visitor.option?.({ path, option, member });
    visitValue(member.value, option.kind, path, option, visitor);
  }
}

function visitValue(value: Value, kind: Kind, path: string, option: Option, visitor: Visitor): void {
  switch (kind.shape) {
    case 'block':
      if (value.kind === 'object' && !kind.free) visitSection(value, kind.section(), `${path}.`, visitor);
      return;
    case 'list':
      if (value.kind !== 'list') return;
      for (const [i, item] of value.items.entries())
        visitValue(item, kind.of, `${path}[${i}]`, option, visitor);
      return;
    case 'map':
      if (value.kind !== 'object') return;
      for (const { name, value: item } of value.members.values()) {
        visitValue(item, kind.of, `${path}.${name}`, option, visitor);
      }
      return;
    case 'variant':
    case 'any':
      return;
    default:
      visitor.scalar?.({ path, option, kind, value });
  }
}
