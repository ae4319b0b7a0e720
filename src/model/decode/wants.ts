/** What an option wants, in words, and its empty value; and the one mistake that has words of its own. */
import type { Kind } from '../../options/kinds.ts';
import { isScalar, visitKind } from '../../options/visit.ts';
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

/** JSON text where a block belongs: a generator encoded the block before it encoded the file. */
export const encodedTwice = (kind: Kind, value: Value): string =>
  value.kind === 'string' && !isScalar(kind) && /^\s*\{[\s\S]*\}\s*$/.test(value.value)
    ? '. It is JSON in a text, as if encoded twice: write the block itself, without quotes around it'
    : '';
