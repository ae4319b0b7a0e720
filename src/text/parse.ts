/** A configuration file to a tree, whichever of Consul's two formats it has. */

import { parseHcl } from './hcl/parse.ts';
import type { HclOptions } from './hcl/versions.ts';
import { parseJson } from './json/parser.ts';
import type { Problem } from './source/problem.ts';
import type { Source } from './source/source.ts';
import type { Tree } from './tree/tree.ts';

export { parseHcl, parseJson };

export function parse(source: Source, format: 'hcl' | 'json', options: HclOptions = {}): Tree {
  const tree = format === 'json' ? parseJson(source) : parseHcl(source, options);
  return utf16.test(source.text) ? { ...tree, problems: [isUtf16(source)] } : tree;
}

/** The byte order marks of UTF-16, bytes that are not UTF-8. Of such a file every second byte is wrong. */
const utf16 = /^(?:\udcff\udcfe|\udcfe\udcff)/;

const isUtf16 = (source: Source): Problem => ({
  code: 'syntax/invalid',
  message: 'this file is UTF-16, and Consul reads UTF-8 only: save it as UTF-8',
  at: source.span(0, 1),
});
