/** A `.hcl` file to a tree. */
import type { Source } from '../source/source.ts';
import type { Tree } from '../tree/tree.ts';
import { parseHclJson } from './json/parser.ts';
import { hclJsonTree } from './json/problems.ts';
import { parseHclText } from './parser.ts';
import { type HclOptions, swallowsErrors } from './versions.ts';

/** What Go's unicode.IsSpace takes for white space; U+FEFF is not in it. */
const firstOther = /[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Consul reads a `.hcl` whose first character is `{` as JSON, with a reader that is not the one of `.json` files. */
export function startsWithBrace(text: string): boolean {
  return firstOther.exec(text)?.[0] === '{';
}

export function parseHcl(source: Source, options: HclOptions = {}): Tree {
  if (startsWithBrace(source.text)) {
    const read = parseHclJson(source);
    // A template of HCL may begin with a part in braces.
    if (read.refusal && /^\s*\{[{%#]/.test(source.text)) {
      const text = parseHclText(source, swallowsErrors(options));
      if (text.template) return { source, format: 'hcl', ...text, refusal: read.refusal };
    }
    return { source, format: 'json-in-hcl', ...hclJsonTree(source, read), refusal: read.refusal };
  }
  return { source, format: 'hcl', ...parseHclText(source, swallowsErrors(options)) };
}
