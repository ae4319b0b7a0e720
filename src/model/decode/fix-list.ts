/** A text where a list is wanted: the list that it spells, or the list of that one text. */

import { scalarError } from '../../options/check.ts';
import type { Kind, ScalarKind } from '../../options/kinds.ts';
import { defaultVersion } from '../../options/releases/versions.ts';
import { stringValue } from '../../text/tree/make.ts';
import type { StringValue } from '../../text/tree/value.ts';

/** The list as a literal, in HCL and JSON alike; undefined where it is not clear where an item ends. */
export function listOf(of: Kind, value: StringValue): string | undefined {
  const text = value.value.trim();
  if (/^\[\s*\]$/.test(text)) return '[]';
  if (of.shape !== 'string' || text === '') return undefined;
  const parts = partsOf(text, of, value);
  // In HCL `${` begins an interpolation, which the text that is written did not have.
  if (parts?.some((part) => part.includes('${'))) return undefined;
  return parts && `[${parts.map((part) => JSON.stringify(part)).join(', ')}]`;
}

function partsOf(text: string, of: ScalarKind, value: StringValue): readonly string[] | undefined {
  if (text.startsWith('[')) return spelledOut(text);
  if (text.includes('{{') || text.includes('provider=')) return [value.value];
  if (!text.includes(',')) return /\s/.test(text) && of.pattern ? undefined : [value.value];
  // A tag or an argument may hold commas; an address cannot.
  const parts = text.split(',').map((part) => part.trim());
  if (parts.at(-1) === '') parts.pop();
  return of.pattern && parts.every((part) => part !== '' && isItem(part, of, value)) ? parts : undefined;
}

const isItem = (part: string, of: ScalarKind, value: StringValue): boolean =>
  scalarError(stringValue(part, value), of, defaultVersion) === undefined;

const item = /\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*(,|$)/y;

/** `['a', "b"]` as templates print lists. */
function spelledOut(text: string): readonly string[] | undefined {
  if (!text.endsWith(']')) return undefined;
  const inner = text.slice(1, -1);
  const parts: string[] = [];
  item.lastIndex = 0;
  while (item.lastIndex < inner.length) {
    const found = item.exec(inner);
    if (!found) return undefined;
    parts.push(found[1] ?? found[2] ?? '');
  }
  return parts;
}
