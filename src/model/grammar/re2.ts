/** Does Go's regexp package compile a pattern? RE2's syntax, with Go's limits: no look-around, no back-references. */

const maxRepeat = 1000;
const maxDepth = 500;

export function isRe2(pattern: string): boolean {
  return new Reader(pattern).isValid();
}

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
    if (depth > maxDepth) return false;
    let repeatable = false;
    let most = 1;
    while (this.#at < this.#text.length && this.#peek() !== ')') {
      const repeat = this.#take(/(?:[*+?]|\{(\d{1,4})(,(\d{1,4})?)?\})\??/y);
      if (repeat) {
        if (!repeatable || !isRepeat(repeat)) return false;
        this.#repeats *= timesOf(repeat);
        repeatable = false;
      } else if (this.#peek() === '|') {
        this.#at++;
        repeatable = false;
      } else {
        this.#repeats = 1;
        if (!this.#atom(depth)) return false;
        repeatable = true;
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
    if (this.#take(/\(\?[imsU]*(?:-[imsU]+)?\)/y)) return true;
    if (!this.#take(/\((?:\?P?<[A-Za-z_0-9]+>|\?[imsU]*(?:-[imsU]+)?:|(?!\?))/y)) return false;
    if (!this.#alternatives(depth + 1) || this.#peek() !== ')') return false;
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
    const single = inClass ? /\\[afnrtv]/y : /\\[afnrtvdswDSWAbBzC]/y;
    if (this.#take(single)) return true;
    const numbered = this.#take(codePoint);
    if (numbered) return Number.parseInt(numbered[1] ?? numbered[2] ?? '0', 16) <= lastCodePoint;
    const group = this.#take(unicodeClass);
    if (group) return isUnicodeClass(group[1] ?? group[2] ?? '');
    return this.#take(/\\[!-/:-@[-`{-~]/y) !== undefined;
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

const unicodeClass = /\\[pP](?:\{\^?(\w+)\}|(\w))/y;

/** A category or a script; JavaScript knows the same ones. */
function isUnicodeClass(name: string): boolean {
  return name === 'Any' || compiles(`\\p{General_Category=${name}}`) || compiles(`\\p{Script=${name}}`);
}

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
