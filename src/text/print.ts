/** Values as the text of a file, in the layout of the formatter. */
import { hclValues } from './hcl/syntax.ts';
import { jsonValues } from './json/syntax.ts';
import { layOut } from './layout/layout.ts';
import { Source } from './source/source.ts';
import type { ObjectValue } from './tree/value.ts';
import { nodeOfValue } from './tree/valued.ts';

const noSource = new Source('', '');

/**
 * HCL that Consul reads as `value`. Objects become blocks; members that are null, which means "not set", are left out.
 *
 * @throws RangeError for null in a list, which HCL cannot say.
 */
export function toHcl(value: ObjectValue): string {
  return layOut(noSource, nodeOfValue(value, { target: 'hcl' }), hclValues);
}

export interface JsonOptions {
  /** Whether the option at a path, such as `services`, is a list: its one block is then written as a list of one. */
  readonly isList?: (path: string) => boolean;
}

/** JSON that Consul reads as `value`. A lone block becomes an object, several of one name a list. */
export function toJson(value: ObjectValue, options: JsonOptions = {}): string {
  return layOut(noSource, nodeOfValue(value, { target: 'json', ...options }), jsonValues);
}
