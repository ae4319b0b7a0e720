/** The smallest parts of a template's pipelines: words, numbers, texts. */
import { type Operand, TemplateError } from './ast.ts';
import { isFunction } from './functions.ts';
import type { Token, TokenType } from './lex.ts';
import { unquote, unquoteChar } from './unquote.ts';

/** How the operand that one token is, is read. */
export const readers: Partial<Record<TokenType, (token: Token) => Operand>> = {
  word: wordOperand,
  dot: () => ({ kind: 'dot' }),
  field: () => ({ kind: 'field' }),
  number: ({ text }) => numberOperand(text),
  char: ({ text }) => {
    const value = unquoteChar(text);
    if (value === undefined) throw new TemplateError(`malformed character constant ${text}`);
    return { kind: 'number', value, integer: true };
  },
  string: (token) => ({ kind: 'string', value: textOf(token) }),
  raw: (token) => ({ kind: 'string', value: textOf(token) }),
};

const keywords = new Set([
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'range',
  'template',
  'with',
]);

function wordOperand({ text }: Token): Operand {
  if (text === 'true' || text === 'false') return { kind: 'bool', value: text === 'true' };
  if (text === 'nil') return { kind: 'nil' };
  if (keywords.has(text)) throw new TemplateError(`unexpected <${text}>`);
  if (!isFunction(text)) throw new TemplateError(`function ${JSON.stringify(text)} not defined`);
  return { kind: 'function', name: text };
}

function numberOperand(text: string): Operand {
  const plain = text.replaceAll('_', '').replace(/^[-+]/, '');
  const legacyOctal = /^0\d+$/.test(plain);
  const size = legacyOctal ? Number.parseInt(plain, 8) : Number(plain);
  const value = text.startsWith('-') ? -size : size;
  if (Number.isNaN(value) || text.endsWith('i') || /^[+-]?0[0-7_]*[89][\d_]*$/.test(text))
    throw new TemplateError(`bad number syntax: ${text}`);
  return { kind: 'number', value, integer: Number.isInteger(value) };
}

/** The content of a quoted text. */
export function textOf(token: Token): string {
  if (token.type === 'raw') return token.text.slice(1, -1).replaceAll('\r', '');
  const text = unquote(token.text);
  if (text === undefined) throw new TemplateError(`invalid escape in ${token.text}`);
  return text;
}
