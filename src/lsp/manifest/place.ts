/** Where in a YAML manifest the cursor is, by indentation, since a text that is being written is rarely valid YAML. */
import type { Source, Span } from '../../text/source/source.ts';

export interface ManifestPlace {
  /** Keys from the top down to the map that the cursor is in. */
  readonly path: readonly string[];
  /** Set where a value is being written: the key that it belongs to. */
  readonly key: string | undefined;
  /** The key or the word under the cursor. */
  readonly word: Span;
}

const keyLine = /^(?<indent>\s*)(?:- +)?(?<key>"[^"]*"|'[^']*'|[^\s#:{}[\],"'][^:{}[\],]*?)\s*:(?=\s|$)/;

/** Undefined inside a comment. */
export function placeAt(source: Source, offset: number): ManifestPlace | undefined {
  const { text } = source;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (/(?:^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ''))) return undefined;
  const word = wordAround(source, offset);
  const lead = text.slice(lineStart, word.start);
  const own = keyLine.exec(lead);
  const indent = /^\s*(?:- +)?/.exec(lead)![0].length;
  const path = ancestors(text.slice(0, lineStart).split('\n'), own ? own.groups!.indent!.length : indent);
  if (!own) return { path, key: undefined, word };
  const key = unquote(own.groups!.key!);
  return flowPlace(lead.slice(own[0].length), [...path, key], word) ?? { path, key, word };
}

/** Inside of `{ a: 1, b` on one line; undefined where the value is a plain one. */
function flowPlace(value: string, path: readonly string[], word: Span): ManifestPlace | undefined {
  const open: string[] = [];
  let rest = value;
  for (;;) {
    const brace = /^\s*\{(?:[^{}]*,)?\s*/.exec(rest);
    if (!brace)
      return open.length === 0 && !/^\s*\{/.test(value)
        ? undefined
        : { path: [...path, ...open], key: undefined, word };
    rest = rest.slice(brace[0].length);
    const pair = /^([\w.-]+)\s*:/.exec(rest);
    if (!pair) return { path: [...path, ...open], key: undefined, word };
    rest = rest.slice(pair[0].length);
    if (!/^\s*\{/.test(rest)) return { path: [...path, ...open], key: pair[1]!, word };
    open.push(pair[1]!);
  }
}

/** The keys of the lines above that are indented less, from the top down. */
function ancestors(lines: readonly string[], indent: number): string[] {
  const path: string[] = [];
  let within = indent;
  for (const line of lines.toReversed()) {
    const match = keyLine.exec(line);
    if (!match || match.groups!.indent!.length >= within) continue;
    path.unshift(unquote(match.groups!.key!));
    within = match.groups!.indent!.length;
    if (within === 0) break;
  }
  return path;
}

function wordAround(source: Source, offset: number): Span {
  const [before] = /[\w.-]*$/.exec(source.text.slice(Math.max(0, offset - 200), offset))!;
  const after = /[\w.-]*/y;
  after.lastIndex = offset;
  return source.span(offset - before.length, offset + after.exec(source.text)![0].length);
}

const unquote = (text: string): string => text.replace(/^["']|["']$/g, '');
