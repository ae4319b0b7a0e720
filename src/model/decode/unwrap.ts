/**
 * One-element lists, as Consul's decode hook treats them: HCL makes a list of every block, so wherever no list is
 * wanted a list of one is read as its element (facts measured with 1.16, 1.20 and 1.23-dev).
 */
import { copyMembers } from '../../text/tree/copy-members.ts';
import type { Value } from '../../text/tree/value.ts';

/** How many layers come off: a Go pointer is visited twice by the hook, a plain value once. */
export type Layers = 1 | 2;

/** Takes up to `layers` one-element lists off `value`. The result may be null: Consul itself crashes on `[null]`. */
export function unwrap(value: Value, layers: Layers): Value {
  let inner = value;
  for (let layer = 0; layer < layers; layer++) {
    const only = single(inner);
    if (!only) return inner;
    inner = only;
  }
  return inner;
}

/**
 * A value inside a free-form map. Where the hook takes a list off, it also replaces every one-element list that is
 * a member of an object below, at any depth; where it does not, nothing below changes.
 */
export function unwrapFree(value: Value): Value {
  const only = single(value);
  return only ? copyMembers(only, (inner, copyOf) => copyOf(single(inner) ?? inner)) : value;
}

function single(value: Value): Value | undefined {
  return value.kind === 'list' && value.items.length === 1 ? value.items[0] : undefined;
}

/** The first `[null]` on the way that the hook would take off a value of a free-form map, if any. */
export function crashes(value: Value): Value | undefined {
  const only = single(value);
  return only?.kind === 'null' ? value : undefined;
}

/** An object without members, at the location of `at`. */
