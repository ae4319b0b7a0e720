/** Trees made from values: their literals and keys carry what they say, as those of YAML do. */
import { memberPath } from '../../util/text.ts';
import { shortPath } from '../source/path.ts';
import {
  addKey,
  type MutableList,
  type MutableObject,
  newList,
  newLiteral,
  newMember,
  newObject,
} from './nodes.ts';
import type { LiteralNode, MemberNode, TreeNode } from './tree.ts';
import { type ListValue, nowhere, type ObjectValue, type Value } from './value.ts';

export interface ValuedOptions {
  /**
   * Blocks of one name become a list in JSON if there are several, else an object, unless this says that the option
   * at a path (`services`, `service.checks`) is a list. In HCL they stay blocks.
   */
  readonly isList?: (path: string) => boolean;
  readonly target: 'hcl' | 'json';
}

/** No option has a longer path; checking each level of a deep value would cost its depth squared. */
const maxPath = 200;

interface Task {
  readonly value: ListValue | ObjectValue;
  readonly node: MutableList | MutableObject;
  readonly path: string;
}

/** Without recursion, since values may nest deeper than calls may. */
export function nodeOfValue(value: Value, options: ValuedOptions): TreeNode {
  return new Builder(options).build(value);
}

class Builder {
  private readonly options: ValuedOptions;
  private readonly tasks: Task[] = [];

  constructor(options: ValuedOptions) {
    this.options = options;
  }

  build(value: Value): TreeNode {
    const root = this.node(value, '');
    for (let task = this.tasks.pop(); task; task = this.tasks.pop()) {
      if (task.node.kind === 'object') this.members(task.value as ObjectValue, task.node, task.path);
      else this.items(task.value as ListValue, task.node, task.path);
    }
    return root;
  }

  private members({ members }: ObjectValue, node: MutableObject, path: string): void {
    const { target } = this.options;
    for (const { name, value } of members.values()) {
      const inner = memberPath(path, name);
      if (value.kind === 'list' && value.blocks) {
        const items = target === 'hcl' || !this.isList(value, inner) ? value.items : [value];
        for (const item of items) node.members.push(this.member(name, item, inner));
      } else if (value.kind !== 'null' || target === 'json') {
        // Consul takes null for "not set", and HCL has no word for it.
        node.members.push(this.member(name, value, inner));
      }
    }
  }

  /** Of blocks that are to become JSON. */
  private isList({ items }: ListValue, path: string): boolean {
    return items.length !== 1 || (path.length <= maxPath && this.options.isList?.(path) === true);
  }

  private items({ items }: ListValue, node: MutableList, path: string): void {
    for (const item of items) {
      if (item.kind === 'null' && this.options.target === 'hcl') {
        throw new RangeError(`HCL cannot say null in a list, as \`${shortPath(path)}\` has it`);
      }
      node.items.push(this.node(item, path));
    }
  }

  private member(name: string, value: Value, path: string): MemberNode {
    const member = newMember(0, undefined);
    addKey(member, { ...nowhere, quoted: true, value: name });
    member.value = this.node(value, path);
    member.separator = member.value.kind === 'object' ? undefined : 0;
    return member;
  }

  private node(value: Value, path: string): TreeNode {
    if (value.kind !== 'list' && value.kind !== 'object') return literal(value);
    const node = value.kind === 'list' ? newList(0) : newObject(0);
    this.tasks.push({ value, node, path });
    return node;
  }
}

function literal(value: Exclude<Value, ListValue | ObjectValue>): LiteralNode {
  switch (value.kind) {
    case 'null':
      return { ...newLiteral('null', 0, 0), value: null };
    case 'number':
      return { ...newLiteral(value.integer ? 'integer' : 'float', 0, 0), value: value.exact ?? value.value };
    default:
      return { ...newLiteral(value.kind, 0, 0), value: value.value };
  }
}
