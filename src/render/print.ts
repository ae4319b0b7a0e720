/** Configuration values as the text of a file. */
import { toHcl, toJson } from '../text/print.ts';
import type { ObjectValue } from '../text/tree/value.ts';

/** JSON has no comments to say who wrote it. */
const head = '# Written by consul-cfg. Change the manifest and render again.\n\n';

export function printConfig(value: ObjectValue, format: 'json' | 'hcl'): string {
  return format === 'json' ? toJson(value) : head + toHcl(value);
}
