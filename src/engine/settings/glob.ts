/**
 * The globs of the settings: `*`, `?`, `[a-z]`, `{one,other}` and `**`. Whatever a pattern says, a name is matched in
 * time that grows with the length of both; what could cost more, or leads elsewhere, is refused.
 */

export interface Glob {
  /** With `!` before it, it takes away. */
  readonly negated: boolean;
  /** How many directories it goes up first. */
  readonly up: number;
  /** Its braces multiplied out. */
  readonly ways: readonly (readonly Segment[])[];
}

/** `**`, any number of directories; or one name. */
export type Segment = '**' | readonly Token[];

type Token = '*' | { readonly matches: (char: string) => boolean };

const longest = 1000;
const mostWays = 256;

/** A glob, or why it is refused. */
export function readGlob(pattern: string): Glob | { readonly refused: string } {
  const negated = pattern.startsWith('!');
  const text = negated ? pattern.slice(1) : pattern;
  const refused = objection(text);
  if (refused !== undefined) return { refused };
  const texts = waysOf(text);
  if (!texts) {
    return {
      refused: `its braces are open, nested, or expand to more than ${mostWays} paths: write several globs`,
    };
  }
  const all = texts.map((way) => way.split('/').filter((part) => part !== '' && part !== '.'));
  const up = all[0]!.findIndex((part) => part !== '..');
  const leading = up < 0 ? all[0]!.length : up;
  const ways = all.map((parts) => parts.slice(leading));
  if (
    all.some((parts) => parts.slice(0, leading).some((part) => part !== '..')) ||
    ways.flat().includes('..')
  )
    return { refused: '`..` is allowed only at its beginning' };
  return { negated, up: leading, ways: ways.map((parts) => parts.map(segmentOf)) };
}

function objection(text: string): string | undefined {
  if (text.length > longest) return `it is longer than ${longest} characters`;
  if (/^(?:\/|\\|[A-Za-z]:[\\/])/.test(text))
    return 'it is an absolute path: write it from the directory of the settings';
  if (/[()]/.test(text))
    return 'it has parentheses, which have no meaning here: write `{one,other}`, or `?` for a parenthesis';
  if (text.includes('\0')) return 'it holds a NUL character';
  return undefined;
}

/** Undefined where there are too many, or a brace has no partner. */
function waysOf(text: string): string[] | undefined {
  let ways = [''];
  for (const piece of text.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []) {
    if (piece === '{' || piece === '}') return undefined;
    const choices = piece.startsWith('{') ? piece.slice(1, -1).split(',') : [piece];
    if (ways.length * choices.length > mostWays) return undefined;
    ways = ways.flatMap((way) => choices.map((choice) => way + choice));
  }
  return ways;
}

function segmentOf(part: string): Segment {
  if (part === '**') return '**';
  return (part.match(/\*+|\[[!^]?\]?[^\]]*\]|[\s\S]/gu) ?? []).map(tokenOf);
}

function tokenOf(text: string): Token {
  if (text.startsWith('*')) return '*';
  if (text === '?') return { matches: () => true };
  if (text.length > 2 && text.startsWith('[')) return { matches: classOf(text.slice(1, -1)) };
  return { matches: (char) => char === text };
}

/** `[abc]`, `[a-z]`, `[!a]`. */
function classOf(text: string): (char: string) => boolean {
  const negated = /^[!^]/.test(text);
  const ranges = [...text.slice(negated ? 1 : 0).matchAll(/([\s\S])-([\s\S])|([\s\S])/gu)].map(
    ([, from, to, only]) => [from ?? only!, to ?? only!] as const,
  );
  return (char) => ranges.some(([from, to]) => from <= char && char <= to) !== negated;
}

/** Of the stars, only the last one met is ever read again: that suffices, and is what bounds the time. */
export function matchesName(tokens: readonly Token[], name: string): boolean {
  const chars = [...name];
  let token = 0;
  let star = -1;
  let starAt = 0;
  for (let at = 0; at < chars.length; ) {
    const next = tokens[token];
    if (next === '*') {
      star = token++;
      starAt = at;
    } else if (next?.matches(chars[at]!)) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (tokens[token] === '*') token++;
  return token === tokens.length;
}

/** The positions after the segments that are matched, with `**` counted both as matched and as not. */
export function beginning(way: readonly Segment[]): ReadonlySet<number> {
  return closed(way, [0]);
}

/** @param byName leaves out what only `**` leads to */
export function onwards(
  way: readonly Segment[],
  from: ReadonlySet<number>,
  name: string,
  byName = false,
): ReadonlySet<number> {
  const next: number[] = [];
  for (const index of from) {
    const segment = way[index];
    if (segment === '**') {
      if (!byName) next.push(index);
    } else if (segment && matchesName(segment, name)) next.push(index + 1);
  }
  return closed(way, next);
}

function closed(way: readonly Segment[], indexes: readonly number[]): ReadonlySet<number> {
  const all = new Set<number>();
  for (let index of indexes) {
    all.add(index);
    while (way[index] === '**') all.add(++index);
  }
  return all;
}
