/**
 * What a file says, with the place of every word of it: the form in which HCL, JSON and YAML become the same.
 * Files are merged by overlaying these, so a merged value still knows the file and range it came from.
 */
import { Source, type Span } from '../source/source.ts';

export type Value = StringValue | NumberValue | BoolValue | NullValue | ListValue | ObjectValue;

export interface StringValue extends Span {
  readonly kind: 'string';
  readonly value: string;
  /** It has no quotes, so the agent refuses the file; `value` is what recovery took for one text. */
  readonly bare?: true;
}

export interface NumberValue extends Span {
  readonly kind: 'number';
  readonly value: number;
  /** Written as a whole number (HCL), or being one (JSON). */
  readonly integer: boolean;
  /** Present only where `value` cannot hold the integer exactly. */
  readonly exact?: bigint;
}

export interface BoolValue extends Span {
  readonly kind: 'bool';
  readonly value: boolean;
}

export interface NullValue extends Span {
  readonly kind: 'null';
}

export interface ListValue extends Span {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** An HCL block, or several of one name: a list of objects that the author did not write as a list. */
  readonly blocks: boolean;
}

export interface ObjectValue extends Span {
  readonly kind: 'object';
  readonly members: ReadonlyMap<string, Member>;
}

export interface Member {
  readonly name: string;
  /** Location of the key. */
  readonly key: Span;
  readonly value: Value;
}

/** The plain JavaScript data: lists, objects, strings, numbers, booleans and null. */
export function toPlain(value: Value): unknown {
  const root: { value?: unknown } = {};
  const tasks: { value: Value; into: object; name: string | number }[] = [
    { value, into: root, name: 'value' },
  ];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const { value: from, into, name } = task;
    if (from.kind === 'list') {
      const list: unknown[] = new Array(from.items.length);
      setOwn(into, name, list);
      for (const [i, item] of from.items.entries()) tasks.push({ value: item, into: list, name: i });
    } else if (from.kind === 'object') {
      const object = {};
      setOwn(into, name, object);
      // Backwards, so that they come off the stack, and into the object, in their order.
      for (const member of [...from.members.values()].reverse()) {
        tasks.push({ value: member.value, into: object, name: member.name });
      }
    } else {
      setOwn(into, name, from.kind === 'null' ? null : from.value);
    }
  }
  return root.value;
}

/** `into[name] = value`, also for `__proto__`, which an assignment would swallow. */
function setOwn(into: object, name: string | number, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(into, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    (into as Record<string | number, unknown>)[name] = value;
  }
}

/** The place of what no file holds. */
export const nowhere: Span = new Source('', '').span(0, 0);

/**
 * The inverse of `toPlain`. Members that are undefined are left out. Every value gets the place `at`.
 *
 * @throws TypeError for what is not data: functions, symbols, numbers that are not finite, cycles.
 */
export function fromPlain(plain: unknown, at: Span = nowhere): Value {
  return new PlainReader(at).read(plain);
}

type Container = readonly unknown[] | Readonly<Record<string, unknown>>;

interface PlainTask {
  readonly plain: Container;
  readonly names: readonly string[] | undefined;
  readonly list: Value[];
  readonly members: Map<string, Member>;
  next: number;
}

class PlainReader {
  private readonly at: Span;
  private readonly tasks: PlainTask[] = [];
  private readonly open = new Set<unknown>();

  constructor({ source, start, end }: Span) {
    this.at = { source, start, end };
  }

  read(plain: unknown): Value {
    const root = this.value(plain);
    for (let task = this.tasks.at(-1); task; task = this.tasks.at(-1)) this.step(task);
    return root;
  }

  private step(task: PlainTask): void {
    const { plain, names } = task;
    const index = task.next++;
    if (index === (names ?? (plain as readonly unknown[])).length) {
      this.tasks.pop();
      this.open.delete(plain);
    } else if (names) {
      const name = names[index]!;
      const value = (plain as Record<string, unknown>)[name];
      if (value !== undefined) task.members.set(name, { name, key: this.at, value: this.value(value) });
    } else {
      task.list.push(this.value((plain as readonly unknown[])[index]));
    }
  }

  private value(plain: unknown): Value {
    const { at } = this;
    switch (typeof plain) {
      case 'string':
        return { kind: 'string', ...at, value: plain };
      case 'boolean':
        return { kind: 'bool', ...at, value: plain };
      case 'bigint':
        return { kind: 'number', ...at, value: Number(plain), integer: true, exact: plain };
      case 'number':
        if (!Number.isFinite(plain)) break;
        return { kind: 'number', ...at, value: plain, integer: Number.isInteger(plain) };
      case 'object':
        return plain === null ? { kind: 'null', ...at } : this.container(plain as Container);
    }
    throw new TypeError(
      `configuration cannot hold ${typeof plain === 'number' ? plain : `a ${typeof plain}`}`,
    );
  }

  private container(plain: Container): Value {
    if (this.open.has(plain)) throw new TypeError('configuration cannot hold itself');
    this.open.add(plain);
    const list: Value[] = [];
    const members = new Map<string, Member>();
    const names = Array.isArray(plain) ? undefined : Object.keys(plain);
    this.tasks.push({ plain, names, list, members, next: 0 });
    if (!names) return { kind: 'list', ...this.at, items: list, blocks: false };
    return { kind: 'object', ...this.at, members };
  }
}
