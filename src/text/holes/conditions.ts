/** What follows of a condition for others: the same one, its negation, and another value of the same variable. */

interface Condition {
  readonly text: string;
  readonly isNegated: boolean;
  /** Of `role == 'server'`. */
  readonly equality: { readonly variable: string; readonly literal: string } | undefined;
}

/** Conditions that hold, and that do not, in one way to fill in a template. */
export class Facts {
  readonly #known = new Map<string, boolean>();
  readonly #values = new Map<string, string>();

  /** The same for the same facts. */
  get key(): string {
    return [...this.#known].join('\n');
  }

  add(condition: string, holds: boolean): void {
    const { text, isNegated, equality } = read(condition);
    this.#known.set(text, holds !== isNegated);
    if (equality && holds !== isNegated) this.#values.set(equality.variable, equality.literal);
  }

  /** Undefined where nothing says it. */
  holds(condition: string): boolean | undefined {
    const { text, isNegated, equality } = read(condition);
    const value = equality && this.#values.get(equality.variable);
    const known = this.#known.get(text) ?? (value === undefined ? undefined : value === equality!.literal);
    return known === undefined ? alwaysIn(condition) : known !== isNegated;
  }
}

/** The body of a loop is written once: what asks for its first or last turn is known. */
function alwaysIn(condition: string): boolean | undefined {
  const text = condition.trim();
  if (/^(?:not|!)\s*(?:loop|forloop)\.(?:last|first)$/.test(text)) return false;
  if (/^(?:loop|forloop)\.(?:last|first)$/.test(text)) return true;
  if (/^loop\.(?:index\s*(?:<|!=)|index0?\s*>|revindex0?\s*(?:>|!=)|index\s*>\s*1)/.test(text)) return false;
  if (/^[$\w.]+\s*(?:!=|<)\s*.{0,60}(?:length|size|count)\b/.test(text)) return false;
  // `{{ if $i }},{{ end }}` of Go: the index of the first turn is zero.
  return /^\$(?:i|idx|index)$/.test(text) ? false : undefined;
}

function read(condition: string): Condition {
  let text = condition.trim().replace(/\s+/g, ' ');
  let isNegated = false;
  for (let inner = innerOf(text); inner; inner = innerOf(text)) {
    text = inner.text;
    if (inner.isNegated) isNegated = !isNegated;
  }
  const [, left, operator, literal] = /^([^=!<>&|()]+?) ?(==|!=) ?('[^']*'|"[^"]*")$/.exec(text) ?? [];
  if (left === undefined || several.test(left)) return { text, isNegated, equality: undefined };
  const equality = { variable: left, literal: literal!.slice(1, -1) };
  const isOther = operator === '!=';
  return { text: `${left} == ${equality.literal}`, isNegated: isNegated !== isOther, equality };
}

/** What a negation or a pair of parentheses is around. */
function innerOf(text: string): { readonly text: string; readonly isNegated: boolean } | undefined {
  if (isEnclosed(text)) return { text: text.slice(1, -1).trim(), isNegated: false };
  const inner = /^(?:not |! ?)(.*)$/.exec(text)?.[1];
  if (inner === undefined || (several.test(inner) && !isEnclosed(inner))) return undefined;
  return { text: inner, isNegated: true };
}

const several = / (?:and|or) |&&|\|\|/;

/** One pair of parentheses around all of it. */
function isEnclosed(text: string): boolean {
  if (!text.startsWith('(') || !text.endsWith(')')) return false;
  let depth = 0;
  for (let i = 0; i < text.length - 1; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')' && --depth === 0) return false;
  }
  return true;
}
