/**
 * Filter expressions of go-bexpr: `Service.Meta.version == v1 and not Node.Meta.rack is empty`. A port of its PEG
 * grammar; the first alternative that matches counts, and some faults are final even where another would match.
 */

export interface Match {
  readonly selector: readonly string[];
  readonly operator: Operator;
  /** Absent for `is empty`. */
  readonly value?: string;
}

export type Operator = 'equal' | 'in' | 'matches' | 'empty';

/** The single comparisons of an expression, negation left out; undefined where go-bexpr cannot read it. */
export function parseExpression(text: string): readonly Match[] | undefined {
  const reader = new Reader(text);
  const result = reader.input();
  return result && !reader.failed ? result : undefined;
}

interface Parsed {
  readonly end: number;
  readonly matches: readonly Match[];
}

/** A level of parentheses takes seven calls: deeper than any expression in use, and far from the end of the stack. */
const maxDepth = 300;

class Reader {
  /** A fault that no other alternative makes good. */
  failed = false;
  readonly #text: string;
  /** PEG without memory takes exponential time on nested parentheses. */
  readonly #known = new Map<number, Parsed | undefined>();
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  input(): readonly Match[] | undefined {
    const start = this.#space(0);
    const whole = this.#or(start);
    if (whole && this.#space(whole.end) === this.#text.length) return whole.matches;
    const inner = this.#text[start] === '(' ? this.#or(this.#space(start + 1)) : undefined;
    const close = inner && this.#space(inner.end);
    const done =
      close !== undefined && this.#text[close] === ')' && this.#space(close + 1) === this.#text.length;
    return done ? inner?.matches : undefined;
  }

  #space(at: number): number {
    let end = at;
    while (/[ \t\r\n]/.test(this.#text[end] ?? '')) end++;
    return end;
  }

  /** Just behind `pattern`, a sticky one, at `at`. */
  #match(pattern: RegExp, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.#text) ?? undefined;
  }

  #or(at: number): Parsed | undefined {
    if (this.#known.has(at)) return this.#known.get(at);
    if (++this.#depth > maxDepth) {
      this.failed = true;
      return undefined;
    }
    const result = this.#chain(at, /[ \t\r\n]+or[ \t\r\n]+/y, (start) => this.#and(start));
    this.#depth--;
    this.#known.set(at, result);
    return result;
  }

  #and(at: number): Parsed | undefined {
    return this.#chain(at, /[ \t\r\n]+and[ \t\r\n]+/y, (start) => this.#not(start));
  }

  #chain(at: number, word: RegExp, part: (at: number) => Parsed | undefined): Parsed | undefined {
    const first = part(at);
    if (!first) return undefined;
    const matches = [...first.matches];
    let { end } = first;
    for (;;) {
      const found = this.#match(word, end);
      const next = found && part(end + found[0].length);
      if (!next) return { end, matches };
      matches.push(...next.matches);
      end = next.end;
    }
  }

  /** Behind as many `not` as will do: the last one first, since `not` may be the name of a field too. */
  #not(at: number): Parsed | undefined {
    const starts = [at];
    for (let found = this.#match(notWord, at); found; ) {
      starts.push(starts.at(-1)! + found[0].length);
      found = this.#match(notWord, starts.at(-1)!);
    }
    for (const start of starts.reverse()) {
      const parsed = this.#grouping(start);
      if (parsed) return parsed;
    }
    return undefined;
  }

  #grouping(at: number): Parsed | undefined {
    if (this.#text[at] === '(') {
      const inner = this.#or(this.#space(at + 1));
      const close = inner && this.#space(inner.end);
      if (inner && close !== undefined) {
        if (this.#text[close] === ')') return { end: close + 1, matches: inner.matches };
        this.failed = true;
        return undefined;
      }
    }
    return this.#comparison(at);
  }

  #comparison(at: number): Parsed | undefined {
    const selector = this.#selector(at);
    if (selector) {
      for (const [operator, word] of valueOperators) {
        const found = this.#match(word, selector.end);
        const value = found && this.#value(selector.end + found[0].length);
        if (value)
          return { end: value.end, matches: [{ selector: selector.path, operator, value: value.text }] };
      }
      const empty = this.#match(emptyOperator, selector.end);
      if (empty)
        return {
          end: selector.end + empty[0].length,
          matches: [{ selector: selector.path, operator: 'empty' }],
        };
    }
    return this.#membership(at);
  }

  #membership(at: number): Parsed | undefined {
    const value = this.#value(at);
    const found = value && this.#match(inOperator, value.end);
    if (!value || !found) return undefined;
    const selector = this.#selector(value.end + found[0].length);
    if (!selector) {
      this.failed = true;
      return undefined;
    }
    return { end: selector.end, matches: [{ selector: selector.path, operator: 'in', value: value.text }] };
  }

  #selector(at: number): { readonly end: number; readonly path: readonly string[] } | undefined {
    const first = this.#match(identifier, at);
    if (!first) return undefined;
    const path = [first[0]];
    let end = at + first[0].length;
    for (;;) {
      const field = this.#match(fieldPart, end);
      const index = field ? undefined : this.#index(end);
      if (!field && !index) return { end, path };
      path.push(field?.[1] ?? index?.text ?? '');
      end = field ? end + field[0].length : (index?.end ?? end);
    }
  }

  #index(at: number): { readonly end: number; readonly text: string } | undefined {
    if (this.#text[at] !== '[') return undefined;
    const literal = this.#string(this.#space(at + 1));
    const close = literal && this.#space(literal.end);
    if (literal && close !== undefined && this.#text[close] === ']')
      return { end: close + 1, text: literal.text };
    this.failed = true;
    return undefined;
  }

  #value(at: number): { readonly end: number; readonly text: string } | undefined {
    const selector = this.#selector(at);
    if (selector) return { end: selector.end, text: selector.path.join('.') };
    const number = this.#match(numberLiteral, at);
    if (!number) return this.#string(at);
    const end = at + number[0].length;
    if (end < this.#text.length && !/[ \t\r\n)]/.test(this.#text[end] ?? '')) this.failed = true;
    return { end, text: number[0] };
  }

  #string(at: number): { readonly end: number; readonly text: string } | undefined {
    const quote = this.#text[at];
    if (quote !== '"' && quote !== '`') return undefined;
    const close = this.#text.indexOf(quote, at + 1);
    const body = this.#text.slice(at + 1, close);
    if (close < 0 || (quote === '"' && !isUnquotable(body))) {
      this.failed = true;
      return undefined;
    }
    return { end: close + 1, text: body };
  }
}

/** A double quote cannot be escaped, since the literal ends at the next one; other escapes are Go's. */
const isUnquotable = (body: string): boolean =>
  !/\n/.test(body) &&
  /^(?:[^\\]|\\(?:[abfnrtv\\]|x[0-9A-Fa-f]{2}|[0-3][0-7]{2}|u[0-9A-Fa-f]{4}|U00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4}))*$/s.test(
    body,
  );

const blank = '[ \\t\\r\\n]';
const notWord = /not[ \t\r\n]+/y;
const identifier = /[A-Za-z][A-Za-z0-9_]*/y;
const fieldPart = /\.([A-Za-z][A-Za-z0-9_]*)/y;
const numberLiteral = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?/y;
const emptyOperator = new RegExp(`${blank}+is${blank}+(?:not${blank}+)?empty`, 'y');
const inOperator = new RegExp(`${blank}+(?:not${blank}+)?in${blank}+`, 'y');
const valueOperators: readonly (readonly [Operator, RegExp])[] = [
  ['equal', new RegExp(`${blank}*[=!]=${blank}*`, 'y')],
  ['in', new RegExp(`${blank}+(?:not${blank}+)?contains${blank}+`, 'y')],
  ['matches', new RegExp(`${blank}+(?:not${blank}+)?matches${blank}+`, 'y')],
];
