/**
 * An HCL tree to values, as Consul's decoder does it: blocks become lists of objects, labels become nested objects,
 * a repeated key is merged into what its first occurrence was. It keeps its own stack, as the parser does.
 */
import type { Problem, Refusal } from '../../source/problem.ts';
import type { Source } from '../../source/source.ts';
import type { KeyNode, ListNode, LiteralNode, MemberNode, ObjectNode, TreeNode } from '../../tree/tree.ts';
import type { ListValue, Member, ObjectValue, Value } from '../../tree/value.ts';
import { flatten } from '../json/flatten.ts';
import { type Dialect, decodeLiteral, keyName, type Literal } from '../scan/literal.ts';
import { foldCase } from './fold.ts';
import { repeatedLiteral, typeName } from './repeat.ts';

export interface Decoded {
  readonly value: ObjectValue;
  readonly problems: readonly Problem[];
  readonly refusal: Refusal | undefined;
}

export function decodeHclRoot(source: Source, root: ObjectNode, dialect: Dialect): Decoded {
  return new Decoder(source, dialect).run(root);
}

type Members = Map<string, Member>;

/** The path of a task, for messages: `root.a[0].b`. */
interface TaskPath {
  readonly up: TaskPath | undefined;
  /** Undefined for a list in a list. */
  readonly key: string | undefined;
  readonly index: number;
}

/** An object's members. `labels` keys of each have been used up by the objects around it. */
interface ObjectTask {
  readonly kind: 'object';
  readonly members: readonly MemberNode[];
  readonly labels: number;
  readonly into: Members;
  readonly place: TaskPath | undefined;
  next: number;
  /** Keys that a labelled block has finished, with all blocks of that name. */
  done: Set<string> | undefined;
  blocks: Map<string, MemberNode[]> | undefined;
}

interface ListTask {
  readonly kind: 'list';
  readonly items: readonly TreeNode[];
  /** What was a list of blocks before takes objects only. */
  readonly objectsOnly: boolean;
  readonly into: Value[];
  readonly up: TaskPath | undefined;
  readonly key: string | undefined;
  next: number;
}

/** Labelled blocks of one name: one object for each. */
interface BlocksTask {
  readonly kind: 'blocks';
  readonly members: readonly MemberNode[];
  readonly labels: number;
  readonly into: Value[];
  readonly up: TaskPath | undefined;
  readonly key: string | undefined;
  next: number;
}

type Task = ObjectTask | ListTask | BlocksTask;

function nameOf(place: TaskPath | undefined): string {
  const parts: string[] = [];
  for (let at = place; at; at = at.up) parts.push(`${at.key === undefined ? '' : `.${at.key}`}[${at.index}]`);
  return `root${parts.reverse().join('')}`;
}

const nameWithoutIndex = (place: TaskPath): string => nameOf(place).replace(/\[\d+\]$/, '');

type Stretch = { readonly start: number; readonly end: number };

class Decoder {
  private readonly source: Source;
  private readonly dialect: Dialect;
  private readonly tasks: Task[] = [];
  private readonly names = new Map<string, string>();
  private readonly refusals: Refusals;

  constructor(source: Source, dialect: Dialect) {
    this.source = source;
    this.dialect = dialect;
    this.refusals = new Refusals(source, dialect);
  }

  run(root: ObjectNode): Decoded {
    const value = this.object(root, undefined);
    for (let task = this.tasks.at(-1); task; task = this.tasks.at(-1)) {
      if (task.kind === 'object') this.members(task);
      else if (task.kind === 'list') this.items(task);
      else this.blocks(task);
    }
    return { value, problems: this.refusals.problems, refusal: this.refusals.first };
  }

  /** The value of an object whose members are still to be read. */
  private object(node: ObjectNode, place: TaskPath | undefined): ObjectValue {
    if (this.dialect === 'hcl') return this.objectOf(node, node.members, 0, place);
    const members = flatten(node.members);
    if (!members) this.refusals.tooMany(node);
    return this.objectOf(node, members ?? [], 0, place);
  }

  private objectOf(
    at: { readonly start: number; readonly end: number },
    members: readonly MemberNode[],
    labels: number,
    place: TaskPath | undefined,
  ): ObjectValue {
    const into: Members = new Map();
    if (members.length > 0) {
      this.tasks.push({
        kind: 'object',
        members,
        labels,
        into,
        place,
        next: 0,
        done: undefined,
        blocks: undefined,
      });
    }
    return { kind: 'object', source: this.source, start: at.start, end: at.end, members: into };
  }

  /** Reads members until one has members itself, which then come first. */
  private members(task: ObjectTask): void {
    const depth = this.tasks.length;
    while (this.tasks.length === depth) {
      const member = task.members[task.next++];
      if (member) this.member(task, member);
      else this.tasks.pop();
    }
  }

  private member(task: ObjectTask, member: MemberNode): void {
    const key = member.keys[task.labels];
    if (!key) {
      this.refusals.refuse(undefined, `${nameOf(task.place)}: map must have string keys`, member.value);
      return;
    }
    const name = this.name(key, member);
    if (name === undefined) return;
    if (task.done?.has(name)) return;
    if (member.keys.length - task.labels > 1) this.labelled(task, member, name);
    else this.single(task, member, name);
  }

  /** One string for every key of a name: files have few names and many keys. */
  private name(key: KeyNode, member: MemberNode): string | undefined {
    const name = keyName(this.source, key, this.dialect);
    if (typeof name !== 'string') {
      this.refusals.panic(name.panic, member.value);
      return undefined;
    }
    const known = this.names.get(name);
    if (known !== undefined) return known;
    this.names.set(name, name);
    return name;
  }

  private single(task: ObjectTask, member: MemberNode, name: string): void {
    const old = task.into.get(name);
    if (old) {
      this.repeated(task, member, name, old);
      return;
    }
    const node = member.value;
    if (node.kind === 'literal') {
      const value = this.literal(node, decodeLiteral(this.source, node, this.dialect));
      if (value) this.set(task, member, name, value);
    } else if (node.kind === 'object') {
      const object = this.object(node, { up: task.place, key: name, index: 0 });
      this.set(task, member, name, this.list(node, [object], true));
    } else {
      const literals = this.literals(node);
      const items = literals ?? [];
      this.set(task, member, name, this.list(node, items, false));
      if (!literals) this.listTask(node, items, false, task.place, name);
    }
  }

  /** The items of a list of nothing but literals, which most lists are; undefined for others. */
  private literals({ items }: ListNode): Value[] | undefined {
    if (!items.every(({ kind }) => kind === 'literal')) return undefined;
    const values = items.map((item) => {
      const literal = item as LiteralNode;
      return this.literal(literal, decodeLiteral(this.source, literal, this.dialect));
    });
    return values.filter((value) => value !== undefined);
  }

  private set(task: ObjectTask, member: MemberNode, name: string, value: Value): void {
    task.into.set(name, { name, key: member.keys[task.labels]!, value });
  }

  private list(node: TreeNode, items: readonly Value[], blocks: boolean): ListValue {
    return { kind: 'list', source: this.source, start: node.start, end: node.end, items, blocks };
  }

  private listTask(
    node: ListNode,
    into: Value[],
    objectsOnly: boolean,
    up: TaskPath | undefined,
    key?: string,
  ): void {
    if (node.items.length > 0) {
      this.tasks.push({ kind: 'list', items: node.items, objectsOnly, into, up, key, next: 0 });
    }
  }

  private items(task: ListTask): void {
    const depth = this.tasks.length;
    while (this.tasks.length === depth) {
      const index = task.next++;
      const node = task.items[index];
      if (!node) this.tasks.pop();
      else this.item(task, node, index);
    }
  }

  private item(task: ListTask, node: TreeNode, index: number): void {
    if (node.kind === 'object') {
      task.into.push(this.object(node, { up: task.up, key: task.key, index }));
    } else if (task.objectsOnly) {
      const name = nameOf({ up: task.up, key: task.key, index });
      this.refusals.refuse(node, `${name}: not an object type for map (${typeName(node)})`, node);
    } else if (node.kind === 'literal') {
      const value = this.literal(node, decodeLiteral(this.source, node, this.dialect));
      if (value) task.into.push(value);
    } else {
      const items: Value[] = [];
      task.into.push(this.list(node, items, false));
      this.listTask(node, items, false, { up: task.up, key: task.key, index });
    }
  }

  // Labels.

  /** All blocks whose first key is `name`, in whatever case, become one list. */
  private labelled(task: ObjectTask, member: MemberNode, name: string): void {
    task.blocks ??= this.blocksByName(task);
    task.done ??= new Set();
    task.done.add(name);
    const members = task.blocks.get(foldCase(name)) ?? [];
    const old = task.into.get(name)?.value;
    const place = { up: task.place, key: name, index: 0 };
    if (old?.kind === 'list' && !old.blocks) {
      const text = `${nameOf(place)}: cannot decode into interface: *ast.ObjectItem`;
      this.refusals.refusePlainly(text, member, `\`${name}\` is a list above and a labelled block here`);
      return;
    }
    if (old && old.kind !== 'list') {
      const kind = old.kind === 'string' ? 'unknown type for string' : 'unknown type';
      this.refusals.refuse(undefined, `${nameWithoutIndex(place)}: ${kind} *ast.ObjectList`, member);
      return;
    }
    const into: Value[] = old ? (old.items as Value[]) : [];
    if (!old) this.set(task, member, name, this.list(member.value, into, true));
    this.tasks.push({
      kind: 'blocks',
      members,
      labels: task.labels + 1,
      into,
      up: task.place,
      key: name,
      next: 0,
    });
  }

  private blocksByName(task: ObjectTask): Map<string, MemberNode[]> {
    const blocks = new Map<string, MemberNode[]>();
    for (const member of task.members) {
      const name = this.name(member.keys[task.labels]!, member);
      if (name === undefined) continue;
      const folded = foldCase(name);
      const same = blocks.get(folded);
      if (same) same.push(member);
      else blocks.set(folded, [member]);
    }
    return blocks;
  }

  private blocks(task: BlocksTask): void {
    const index = task.next++;
    const member = task.members[index];
    if (!member) {
      this.tasks.pop();
      return;
    }
    const place = { up: task.up, key: task.key, index };
    task.into.push(this.objectOf(member.value, [member], task.labels, place));
  }

  // Repeated keys.

  private repeated(task: ObjectTask, member: MemberNode, name: string, old: Member): void {
    const node = member.value;
    const place = { up: task.place, key: name, index: 0 };
    if (old.value.kind === 'list') {
      const items = old.value.items as Value[];
      if (node.kind === 'object') items.push(this.object(node, place));
      else if (node.kind === 'list') this.listTask(node, items, old.value.blocks, task.place, name);
      else {
        this.refusals.refuse(node, `unknown slice type: ${typeName(node)}`, node, old);
        return;
      }
      if (node.kind === 'list' || !old.value.blocks) this.refusals.duplicate(member, name, old);
      return;
    }
    const kind = old.value.kind === 'string' ? 'unknown type for string' : 'unknown type';
    const literal = node.kind === 'literal' && repeatedLiteral(this.source, node, old.value, this.dialect);
    if (!literal) {
      this.refusals.refuse(node, `${nameWithoutIndex(place)}: ${kind} ${typeName(node)}`, node, old);
      return;
    }
    const value = this.literal(node as LiteralNode, literal);
    if (!value) return;
    this.set(task, member, name, value);
    this.refusals.duplicate(member, name, old);
  }

  private literal(node: LiteralNode, literal: Literal): Value | undefined {
    if ('panic' in literal) this.refusals.panic(literal.panic, node);
    else if ('error' in literal) {
      const token = this.source.text.slice(node.start, node.end).trimEnd();
      this.refusals.refusePlainly(literal.error, node, `\`${token}\` is not a number that Consul can read`);
    } else return literal;
    return undefined;
  }
}

/** The first error, in Consul's words and where it stops, and every problem in ours. */
class Refusals {
  readonly problems: Problem[] = [];
  /** What Consul stops at. */
  first: Refusal | undefined;
  private readonly source: Source;
  private readonly dialect: Dialect;

  constructor(source: Source, dialect: Dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  duplicate(member: MemberNode, name: string, old: Member): void {
    const effect =
      old.value.kind === 'list' ? 'Consul silently joins the lists' : 'Consul silently takes the last one';
    this.problems.push({
      code: 'syntax/duplicate-key',
      message: `\`${name}\` is set twice in one place, and ${effect}: keep one`,
      at: this.source.span(member.keys[0]!.start, member.keys.at(-1)!.end),
      related: [{ at: old.key, message: `\`${name}\` is set here first` }],
    });
  }

  /** @param node what Consul gives as the place; it prints `-` where it has none. */
  refuse(node: TreeNode | undefined, text: string, at: Stretch, old?: Member): void {
    // The JSON reader keeps no positions of values.
    const position = node && this.dialect === 'hcl' ? this.source.position(node.start) : undefined;
    const where = position ? `${position.line}:${position.column}` : '-';
    const problem = old
      ? `\`${old.name}\` is set twice with different types: keep one`
      : 'a block with a label and one without cannot share a name';
    this.add(problem, at, { text: `At ${where}: ${text}`, ...position, panic: false }, old);
  }

  refusePlainly(text: string, at: Stretch, message: string): void {
    this.add(message, at, { text, panic: false });
  }

  tooMany(node: ObjectNode): void {
    const text = 'too many nested objects';
    this.refusePlainly(
      text,
      node,
      'Consul makes a block of every path through these nested objects, which are too many',
    );
  }

  panic(text: string, at: Stretch): void {
    const message =
      'Consul crashes while it reads this string: an octal escape is above \\377, a code point is above U+10FFFF, or U+FFFD is inside an interpolation. Write another character';
    this.add(message, at, { text, panic: true });
  }

  private add(message: string, { start, end }: Stretch, refusal: Omit<Refusal, 'at'>, old?: Member): void {
    const at = this.source.span(start, end);
    this.first ??= { ...refusal, at };
    const related = old && [{ at: old.key, message: `\`${old.name}\` is set here first` }];
    this.problems.push({ code: 'syntax/invalid', message, at, ...(related && { related }) });
  }
}
