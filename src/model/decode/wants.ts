/** What an option wants, in words, and its empty value. */
import type { Kind } from '../../options/kinds.ts';
import { visitKind } from '../../options/visit.ts';
import { boolValue, emptyObject, listValue, numberValue, stringValue } from '../../text/tree/make.ts';
import type { Value } from '../../text/tree/value.ts';

/** What a value of the kind must be: completes "must be …". */
export const wantsOf = (kind: Kind): string =>
  visitKind(kind, {
    list: ({ of }) => (of.shape === 'block' || of.shape === 'variant' ? 'a list of blocks' : 'a list'),
    map: () => 'a map of keys and values',
    block: () => 'one block',
    variant: () => 'one block',
    any: () => 'a value',
    scalar: ({ wants }) => wants,
  });

/** The empty value of a kind, which the agent puts in place of a null in a list or map. */
export const zeroValue = (kind: Kind, at: Value): Value =>
  visitKind<Value>(kind, {
    list: () => listValue([], at),
    map: () => emptyObject(at),
    block: () => emptyObject(at),
    variant: () => emptyObject(at),
    any: () => at,
    string: () => stringValue('', at),
    bool: () => boolValue(false, at),
    number: () => numberValue(0, at),
  });
