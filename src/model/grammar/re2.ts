/**
 * Does Go's regexp package compile a pattern? RE2's syntax, with Go's limits: no look-around, no back-references. Releases of
 * Go differ, and so do those of Consul: `(?<name>x)` is taken since Go 1.22 (Consul 1.20), loose names of Unicode classes since
 * Go 1.25 (Consul 1.23). False only for what Go 1.20, 1.22 and 1.25 all refuse.
 */

const maxRepeat = 1000;
/** Go limits the height of the tree to 1000 steps: what is within, and one for each capturing group around it. */
const maxGroups = 999;
/** Deeper ones, which do not capture, are not read: Go takes most of them. */
const maxDepth = 2000;

export function isRe2(pattern: string): boolean {
  try {
    return new Reader(pattern).isValid();
  } catch (error) {
    if (error instanceof TooDeep) return true;
    throw error;
  }
}

class TooDeep extends Error {}

const classNames = new Set([
  'alnum',
  'alpha',
  'ascii',
  'blank',
  'cntrl',
  'digit',
  'graph',
  'lower',
  'print',
  'punct',
  'space',
  'upper',
  'word',
  'xdigit',
]);

class Reader {
  readonly #text: string;
  #at = 0;
  /** How often the innermost part of what was read last is repeated, all counts multiplied. */
  #repeats = 1;
  /** How many capturing groups are open. */
  #groups = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isValid(): boolean {
    return this.#alternatives(0) && this.#at === this.#text.length;
  }

  #peek(ahead = 0): string {
    return this.#text[this.#at + ahead] ?? '';
  }

  /** What `pattern`, a sticky one, matches here. */
  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at = pattern.lastIndex;
    return match ?? undefined;
  }

  #alternatives(depth: number): boolean {
    if (depth > maxDepth) throw new TooDeep();
    // What a repetition would repeat, and whether that was one itself: `a**` is refused, `a*(?i)*` is not.
    let operand = false;
    let repeated = false;
    let most = 1;
    while (this.#at < this.#text.length && this.#peek() !== ')') {
      const repeat = this.#take(/(?:[*+?]|\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\})\??/y);
      if (repeat) {
        if (!operand || repeated || !isRepeat(repeat)) return false;
        this.#repeats *= timesOf(repeat);
        repeated = true;
      } else if (this.#peek() === '|') {
        this.#at++;
        operand = repeated = false;
      } else if (this.#take(flagsOnly)) repeated = false;
      else {
        this.#repeats = 1;
        if (!this.#atom(depth)) return false;
        operand = true;
        repeated = false;
      }
      if (this.#repeats > maxRepeat) return false;
      most = Math.max(most, this.#repeats);
    }
    this.#repeats = most;
    return true;
  }

  #atom(depth: number): boolean {
    switch (this.#peek()) {
      case '(':
        return this.#group(depth);
      case '[':
        return this.#class();
      case '\\':
        return this.#escape(false);
      default:
        this.#at++;
        return true;
    }
  }

  #group(depth: number): boolean {
    const isSilent = this.#take(/\(\?[imsU]*(?:-[imsU]+)?:/y) !== undefined;
    if (!isSilent && !this.#take(/\((?:\?P?<[A-Za-z_0-9]+>|(?!\?))/y)) return false;
    if (!isSilent && ++this.#groups > maxGroups) return false;
    if (!this.#alternatives(depth + 1) || this.#peek() !== ')') return false;
    if (!isSilent) this.#groups--;
    this.#at++;
    return true;
  }

  #class(): boolean {
    this.#take(/\[\^?/y);
    let first = true;
    while (this.#at < this.#text.length && (first || this.#peek() !== ']')) {
      first = false;
      const named = this.#take(/\[:\^?([a-z]*):\]/y);
      if (named) {
        if (!classNames.has(named[1] ?? '')) return false;
        continue;
      }
      if (!this.#range()) return false;
    }
    if (this.#peek() !== ']') return false;
    this.#at++;
    return true;
  }

  #range(): boolean {
    if (this.#take(/\\[dswDSW]/y)) return true;
    const group = this.#take(unicodeClass);
    if (group) return isUnicodeClass(group[1] ?? group[2] ?? '');
    const low = this.#classChar();
    if (low === undefined) return false;
    if (this.#peek() !== '-' || this.#peek(1) === ']' || this.#peek(1) === '') return true;
    this.#at++;
    const high = this.#classChar();
    return high !== undefined && low <= high;
  }

  #classChar(): number | undefined {
    if (this.#peek() !== '\\') return this.#take(/[\s\S]/uy)?.[0].codePointAt(0);
    const start = this.#at;
    return this.#escape(true) ? codePointOf(this.#text.slice(start, this.#at)) : undefined;
  }

  #escape(inClass: boolean): boolean {
    if (this.#take(/\\Q[\s\S]*?(?:\\E|$)/y)) return !inClass;
    const single = inClass ? /\\[afnrtv]/y : /\\[afnrtvdswDSWAbBz]/y;
    if (this.#take(single)) return true;
    const numbered = this.#take(codePoint);
    if (numbered) return Number.parseInt(numbered[1] ?? numbered[2] ?? '0', 16) <= lastCodePoint;
    const group = this.#take(unicodeClass);
    if (group) return isUnicodeClass(group[1] ?? group[2] ?? '');
    return this.#take(/\\[^0-9A-Za-z\x80-\u{10ffff}]/uy) !== undefined;
  }
}

function isRepeat([, min, comma, max]: RegExpExecArray): boolean {
  if (min === undefined) return true;
  const low = Number(min);
  const high = comma === undefined || max === undefined ? low : Number(max);
  return low <= maxRepeat && high <= maxRepeat && low <= high;
}

/** How often at most a repetition repeats, for the limit on nested ones; `*` and `+` do not count. */
function timesOf([, min, , max]: RegExpExecArray): number {
  return min === undefined ? 1 : Number(max ?? min);
}

const codePoint = /\\(?:x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]{1,6})\}|0[0-7]{0,2}|[1-7][0-7]{1,2})/y;
const lastCodePoint = 0x10ffff;

const flagsOnly = /\(\?[imsU]*(?:-[imsU]+)?\)/y;
const unicodeClass = /\\[pP](?:\{\^?([\w -]+)\}|(\w))/y;

/** A category or a script, of which JavaScript knows the same ones, as it is written or loosely. */
function isUnicodeClass(name: string): boolean {
  const loose = name.replace(/[_ -]/g, '').toLowerCase();
  if (['any', 'assigned', 'ascii'].includes(loose)) return true;
  const capital = loose.replace(/^./, (first) => first.toUpperCase());
  const words = capital.replace(lastWord, (word) => `_${word[0]!.toUpperCase()}${word.slice(1)}`);
  return [name, capital, words, loose === 'lc' ? 'LC' : loose].some(
    (one) => compiles(`\\p{General_Category=${one}}`) || compiles(`\\p{Script=${one}}`),
  );
}

/** Of the long names of categories, such as `Decimal_Number`. */
const lastWord = /(?:letter|mark|number|punctuation|symbol|separator|use)$/;

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

const named: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** The code point of an escape, for comparing the ends of a range. */
function codePointOf(escaped: string): number {
  const hex = /^\\x\{?([0-9A-Fa-f]+)/.exec(escaped)?.[1];
  if (hex !== undefined) return Number.parseInt(hex, 16);
  if (/^\\[0-7]/.test(escaped)) return Number.parseInt(escaped.slice(1), 8);
  return named[escaped[1] ?? ''] ?? escaped.codePointAt(1) ?? 0;
}
