/** Data of a script as values, which have a place in the JSON that it would be. */
import { decode } from '../text/decode.ts';
import { parseJson } from '../text/parse.ts';
import { Source } from '../text/source/source.ts';
import type { ObjectValue } from '../text/tree/value.ts';
import type { PlainObject } from './plain.ts';

/** As the text that it would be, so that findings have a place. */
export function sourceOf(name: string, plain: PlainObject): Source {
  return new Source(name, JSON.stringify(plain, null, 2));
}

export function valueOfPlain(name: string, plain: PlainObject): ObjectValue {
  return decode(parseJson(sourceOf(name, plain))).value!;
}
