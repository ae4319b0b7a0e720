/**
 * What a file says, with the place of every word of it: the form in which HCL, JSON and YAML become the same.
 * Files are merged by overlaying these, so a merged value still knows the file and range it came from.
 */
import type { Span } from './source.ts';

export type Value = StringValue | NumberValue | BoolValue | NullValue | ListValue | ObjectValue;

export interface StringValue extends Span {
  readonly kind: 'string';
  readonly value: string;
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
  /** Where the key stands. */
  readonly key: Span;
  readonly value: Value;
}

/** The plain JavaScript data: objects without a prototype's keys, numbers as numbers. */
export function toPlain(value: Value): unknown {
  switch (value.kind) {
    case 'null':
      return null;
    case 'list':
      return value.items.map(toPlain);
    case 'object': {
      const plain: Record<string, unknown> = {};
      for (const [name, member] of value.members) setOwn(plain, name, toPlain(member.value));
      return plain;
    }
    default:
      return value.value;
  }
}

/** `plain[name] = value`, also for `__proto__`, which an assignment would swallow. */
function setOwn(plain: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(plain, name, { value, enumerable: true, configurable: true, writable: true });
  else plain[name] = value;
}
