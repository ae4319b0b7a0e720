/** The tokens of a Go text/template. A token of type `error` is the last one. */

export type TokenType =
  | 'text'
  | 'left'
  | 'right'
  | 'space'
  | 'word'
  | 'field'
  | 'variable'
  | 'dot'
  | 'number'
  | 'char'
  | 'string'
  | 'raw'
  | '|'
  | '='
  | ':='
  | '('
  | ')'
  | 'other'
  | 'error'
  | 'end';

export interface Token {
  readonly type: TokenType;
  readonly text: string;
}

const word = '[\\p{L}\\p{Nd}_]';
const terminator = '(?=[ \\t\\r\\n.,|:)(]|\\}\\}|$)';

/** Inside of an action, in the order in which they are tried. */
const patterns: readonly (readonly [TokenType, RegExp])[] = [
  ['space', /[ \t\r\n]+/y],
  [':=', /:=/y],
  ['=', /=/y],
  ['|', /\|/y],
  ['string', /"(?:\\[^\n]|[^"\\\n])*"/y],
  ['raw', /`[^`]*`/y],
  ['char', /'(?:\\[^\n]|[^'\\\n])*'/y],
  ['variable', new RegExp(`\\$${word}*${terminator}`, 'uy')],
  [
    'number',
    new RegExp(
      `[+-]?(?:0[xX][0-9a-fA-F_]*|0[oO][0-7_]*|0[bB][01_]*|\\.?[0-9][0-9_]*)(?:\\.[0-9a-fA-F_]*)?(?:[eEpP][+-]?[0-9_]*)?i?(?!${word})`,
      'uy',
    ),
  ],
  ['field', new RegExp(`\\.(?![0-9])${word}+${terminator}`, 'uy')],
  ['dot', new RegExp(`\\.${terminator}`, 'uy')],
  ['word', new RegExp(`(?![0-9])${word}+${terminator}`, 'uy')],
  ['(', /\(/y],
  [')', /\)/y],
  ['other', /[!-~]/y],
];

/** A quote, a dot or a letter that does not begin a whole token is an error, not a token. */
const startsToken = new RegExp(`["\`'$.+\\-:]|${word}`, 'uy');

export function lex(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{{', at);
    if (open < 0) break;
    const trims = /^-[ \t\r\n]/.test(text.slice(open + 2, open + 4));
    const before = text.slice(at, open);
    const kept = trims ? before.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '') : before;
    if (kept !== '') tokens.push({ type: 'text', text: kept });
    const start = open + (trims ? 4 : 2);
    const next = text.startsWith('/*', start) ? skipComment(text, start) : lexAction(text, start, tokens);
    if (next === undefined) return [...tokens, { type: 'error', text: 'unclosed action, comment or quote' }];
    at = next;
  }
  if (at < text.length) tokens.push({ type: 'text', text: text.slice(at) });
  return [...tokens, { type: 'end', text: '' }];
}

const closing = /([ \t\r\n]-)?\}\}/y;

/** The end of the closing braces at `at`, and of the blanks that a trim marker removes; undefined where there are no braces. */
function close(text: string, at: number): number | undefined {
  closing.lastIndex = at;
  const match = closing.exec(text);
  if (!match) return undefined;
  const end = closing.lastIndex;
  return match[1] === undefined ? end : end + (/^[ \t\r\n]*/.exec(text.slice(end))?.[0].length ?? 0);
}

function skipComment(text: string, start: number): number | undefined {
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? undefined : close(text, end + 2);
}

function lexAction(text: string, start: number, tokens: Token[]): number | undefined {
  tokens.push({ type: 'left', text: '{{' });
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const end = close(text, at);
    if (end !== undefined) {
      if (depth > 0) return undefined;
      tokens.push({ type: 'right', text: '}}' });
      return end;
    }
    const token = next(text, at);
    if (!token) return undefined;
    if (token.type === '(') depth++;
    if (token.type === ')' && --depth < 0) return undefined;
    tokens.push(token);
    at += token.text.length;
  }
  return undefined;
}

function next(text: string, at: number): Token | undefined {
  for (const [type, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    if (type === 'space') return { type, text: withoutTrim(text, at, match[0]) };
    if (type !== 'other') return { type, text: match[0] };
    startsToken.lastIndex = at;
    return startsToken.test(text) ? undefined : { type, text: match[0] };
  }
  return undefined;
}

/** The last blank before `-}}` belongs to the trim marker. */
function withoutTrim(text: string, at: number, blanks: string): string {
  const trims = blanks.length > 1 && text.startsWith('-}}', at + blanks.length);
  return trims ? blanks.slice(0, -1) : blanks;
}
