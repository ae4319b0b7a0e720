/** A JSON tree to values, as encoding/json reads it into a map: numbers are float64, of duplicate keys the last counts. */
import type { Problem, Refusal } from '../source/problem.ts';
import type { Source } from '../source/source.ts';
import type { KeyNode, LiteralNode, MemberNode, TreeNode } from '../tree/tree.ts';
import type { Member, ObjectValue, Value } from '../tree/value.ts';

export interface DecodedJson {
  readonly value: ObjectValue | undefined;
  readonly problems: readonly Problem[];
  readonly refusal: Refusal | undefined;
}

export function decodeJsonRoot(source: Source, root: TreeNode): DecodedJson {
  return new JsonDecoder(source).run(root);
}

interface ObjectTask {
  readonly kind: 'object';
  readonly members: readonly MemberNode[];
  readonly into: Map<string, Member>;
  next: number;
}

interface ListTask {
  readonly kind: 'list';
  readonly items: readonly TreeNode[];
  readonly into: Value[];
  next: number;
}

class JsonDecoder {
  private readonly source: Source;
  private readonly tasks: (ObjectTask | ListTask)[] = [];
  private readonly problems: Problem[] = [];
  private refusal: Refusal | undefined;

  constructor(source: Source) {
    this.source = source;
  }

  run(root: TreeNode): DecodedJson {
    const value = this.rootValue(root);
    for (let task = this.tasks.at(-1); task; task = this.tasks.at(-1)) {
      if (task.kind === 'object') this.members(task);
      else this.items(task);
    }
    return { value, problems: this.problems, refusal: this.refusal };
  }

  /** A top-level null is an empty configuration. */
  private rootValue(root: TreeNode): ObjectValue | undefined {
    if (root.kind === 'object') return this.value(root) as ObjectValue;
    const { source } = this;
    const { start, end } = root;
    if (root.kind === 'literal' && root.type === 'null') {
      return { kind: 'object', source, start, end, members: new Map() };
    }
    const type = root.kind === 'list' ? 'array' : jsonType(root.type);
    const text = `json: cannot unmarshal ${type} into Go value of type map[string]interface {}`;
    const position = source.position(root.kind === 'list' ? start : end - 1);
    this.refuse(text, position, root, 'a configuration file holds one object: `{ … }`');
    return undefined;
  }

  private value(node: TreeNode): Value {
    const { source } = this;
    const { start, end } = node;
    if (node.kind === 'literal') return this.literal(node);
    if (node.kind === 'list') {
      const items: Value[] = [];
      if (node.items.length > 0) this.tasks.push({ kind: 'list', items: node.items, into: items, next: 0 });
      return { kind: 'list', source, start, end, items, blocks: false };
    }
    const members = new Map<string, Member>();
    if (node.members.length > 0) {
      this.tasks.push({ kind: 'object', members: node.members, into: members, next: 0 });
    }
    return { kind: 'object', source, start, end, members };
  }

  private members(task: ObjectTask): void {
    const depth = this.tasks.length;
    while (this.tasks.length === depth) {
      const member = task.members[task.next++];
      if (!member) {
        this.tasks.pop();
        return;
      }
      const key = member.keys[0]!;
      const name = jsonText(this.source.text, key);
      const old = task.into.get(name);
      if (old) this.duplicate(key, name, old);
      task.into.set(name, { name, key, value: this.value(member.value) });
    }
  }

  private items(task: ListTask): void {
    const depth = this.tasks.length;
    while (this.tasks.length === depth) {
      const item = task.items[task.next++];
      if (!item) {
        this.tasks.pop();
        return;
      }
      task.into.push(this.value(item));
    }
  }

  private literal(node: LiteralNode): Value {
    const { source } = this;
    const { start, end } = node;
    switch (node.type) {
      case 'null':
        return { kind: 'null', source, start, end };
      case 'bool':
        return { kind: 'bool', source, start, end, value: source.text.charCodeAt(start) === 0x74 };
      case 'integer':
      case 'float':
        return this.number(node);
      default: {
        const quoted = source.text[start] === '"' || start === end;
        const value = jsonText(source.text, { start, end, quoted });
        return { kind: 'string', source, start, end, value, ...(!quoted && { bare: true }) };
      }
    }
  }

  private number({ start, end }: LiteralNode): Value {
    const { source } = this;
    const text = source.text.slice(start, end);
    const value = Number(text);
    if (!Number.isFinite(value)) {
      const message = `json: cannot unmarshal number ${text} into Go value of type float64`;
      const at = source.position(Math.min(end, source.text.length - 1));
      this.refuse(message, at, { start, end }, 'this number is too large for Consul to read');
    }
    return { kind: 'number', source, start, end, value, integer: Number.isInteger(value) };
  }

  private duplicate({ start, end }: KeyNode, name: string, old: Member): void {
    this.problems.push({
      code: 'syntax/duplicate-key',
      message: `\`${name}\` is set twice in one object, and Consul silently takes the last one: keep one`,
      at: this.source.span(start, end),
      related: [{ at: old.key, message: `\`${name}\` is set here first` }],
    });
  }

  private refuse(
    text: string,
    { line, column }: { line: number; column: number },
    { start, end }: { start: number; end: number },
    message: string,
  ): void {
    const at = this.source.span(start, end);
    this.refusal ??= { text, line, column, panic: false, at };
    this.problems.push({ code: 'syntax/invalid', message, at });
  }
}

const jsonType = (type: string): string =>
  type === 'string' ? 'string' : type === 'bool' ? 'bool' : 'number';

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The text of a string token, or of a bare word. What is not UTF-8, or half a surrogate pair, becomes U+FFFD. */
export function jsonText(text: string, { start, end, quoted }: Omit<KeyNode, 'source'>): string {
  if (!quoted) return text.slice(start, end);
  const closed = end - start > 1 && text.charCodeAt(end - 1) === 0x22;
  const content = text.slice(start + 1, closed ? end - 1 : end);
  if (!content.includes('\\')) return hasSurrogates(content) ? wellFormed(content) : content;
  return wellFormed(
    wellFormed(content).replace(
      /\\(?:u([0-9a-fA-F]{4})|(.))/gs,
      (_match, hex: string | undefined, char: string) =>
        hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (escapes[char] ?? char),
    ),
  );
}

const hasSurrogates = (text: string): boolean => /[\ud800-\udfff]/.test(text);
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');
