/** Parts of a text that another program replaces before Consul reads it: `{{ x }}`, `<% if x %>`, `[[ x ]]`. */

interface Mark {
  readonly open: string;
  readonly close: string;
  /** What must stand between the marks, where they have a meaning of their own too. */
  readonly inside?: RegExp;
  /** Only in place of a value: elsewhere it begins a comment or a text. */
  readonly isValue?: true;
}

const marks: readonly Mark[] = [
  { open: '{{{', close: '}}}' },
  { open: '{{', close: '}}' },
  { open: '{%', close: '%}' },
  { open: '{#', close: '#}' },
  { open: '<%', close: '%>' },
  { open: '%{', close: '}', inside: /^~?\s*[a-z]/ },
  { open: '${', close: '}' },
  { open: '[[', close: ']]', inside: /^-?\s*[.$A-Za-z/][^"]*$|^-?\s*[A-Za-z]+ "/ },
  { open: '((', close: '))' },
  { open: '$(', close: ')' },
  { open: '$[', close: ']' },
  { open: '#{', close: '}', isValue: true },
  { open: '##', close: '##', inside: /^\w+$/, isValue: true },
  { open: '{', close: '}', inside: /^[A-Za-z_][\w.-]*$/, isValue: true },
  { open: '`', close: '`', isValue: true },
  { open: '<', close: '>', inside: /^[^<>\n"]+$/, isValue: true },
];

/** Further away than this, a mark closes something else. */
const longest = 4000;

/** Where the part ends that begins at an offset; undefined where none begins. */
export function templatePartEnd(text: string, at: number, isValue: boolean): number | undefined {
  if (!begins.test(text[at]!)) return undefined;
  for (const mark of marks) {
    if ((mark.isValue && !isValue) || !text.startsWith(mark.open, at)) continue;
    const start = at + mark.open.length;
    const close = text.slice(start, start + longest).indexOf(mark.close);
    if (close < 0) continue;
    const inside = text.slice(start, start + close);
    if (mark.inside?.test(inside) !== false) return start + close + mark.close.length;
  }
  return undefined;
}

const begins = /[{<%$[(#`]/;

/** A text without its parts of templates. */
export function withoutParts(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length; ) {
    const end = templatePartEnd(text, at, true);
    if (end === undefined) rest += text[at++];
    else at = end;
  }
  return rest;
}

/** True for a part that yields no value of its own: a condition, a loop, a comment, an assignment. */
export const isStatement = (part: string): boolean =>
  /^(?:\{%|\{#|%\{|<%(?!=))/.test(part) || statement.test(part);

const statement =
  /^(?:\{\{\{?|\[\[)[-~]?\s*(?:[#/^>!*]|(?:if|else|elif|end|endif|range|for|endfor|with|define|block|template|set|each|unless|include|raw|endraw)\b)/;
