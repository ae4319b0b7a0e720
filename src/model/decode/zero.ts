import type { Kind } from '../../options/kinds.ts';
import { spanOf } from '../../text/source/source.ts';
import type { Value } from '../../text/tree/value.ts';
import { emptyObject } from './unwrap.ts';

/** The empty value of a kind, which the agent puts in place of a null in a list or map. */
export function zeroValue(kind: Kind, at: Value): Value {
  const span = spanOf(at);
  switch (kind.shape) {
    case 'list':
      return { ...span, kind: 'list', items: [], blocks: false };
    case 'map':
    case 'block':
    case 'variant':
      return emptyObject(at);
    case 'any':
      return at;
    case 'string':
      return { ...span, kind: 'string', value: '' };
    case 'bool':
      return { ...span, kind: 'bool', value: false };
    default:
      return { ...span, kind: 'number', value: 0, integer: true };
  }
}
