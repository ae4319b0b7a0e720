/** A configuration file to a tree, whichever of Consul's two formats it has. */

import { parseHcl } from './hcl/parse.ts';
import type { HclOptions } from './hcl/versions.ts';
import { parseJson } from './json/parser.ts';
import type { Source } from './source.ts';
import type { Tree } from './tree.ts';

export { parseHcl, parseJson };

export function parse(source: Source, format: 'hcl' | 'json', options: HclOptions = {}): Tree {
  return format === 'json' ? parseJson(source) : parseHcl(source, options);
}
