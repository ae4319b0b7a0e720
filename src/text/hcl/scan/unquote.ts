/** The value of a quoted string. */
import { decodeBytes, encodeBytes } from '../../source/bytes.ts';

const simple: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

/** Digits behind `\x`, `\u`, `\U`. */
const hexWidth: Record<string, number> = { x: 2, u: 4, U: 8 };
const hexOf: Record<number, RegExp> = {
  2: /^[\da-f]{2}$/i,
  4: /^[\da-f]{4}$/i,
  8: /^[\da-f]{8}$/i,
};

/**
 * The text between the quotes, unescaped. `${…}` stays as it is, escapes included. Undefined where Consul's
 * process dies: an octal escape above \377, a code point above U+10FFFF, U+FFFD inside `${…}`.
 *
 * @param interpolates false for the JSON reader, to which `${` means nothing, and which dies of surrogates.
 */
export function unquote(content: string, interpolates: boolean): string | undefined {
  const hasInterpolation = interpolates && content.includes('${');
  if (!content.includes('\\') && !hasInterpolation) return content;
  const folded = interpolates && content.includes('\r') ? content.replaceAll('\r\n', '\n') : content;
  return new Unquoter(folded, interpolates).run();
}

class Unquoter {
  private readonly content: string;
  private readonly interpolates: boolean;
  private at = 0;
  private hasBytes = false;

  constructor(content: string, interpolates: boolean) {
    this.content = content;
    this.interpolates = interpolates;
  }

  run(): string | undefined {
    const { content } = this;
    const parts: string[] = [];
    while (this.at < content.length) {
      const from = this.at;
      const next = this.nextSpecial(from);
      if (next > from) parts.push(content.slice(from, next));
      this.at = next;
      if (next === content.length) break;
      const part = content[next] === '\\' ? this.escape() : this.interpolation();
      if (part === undefined) return undefined;
      parts.push(part);
    }
    const text = parts.join('');
    return this.hasBytes ? decodeBytes(encodeBytes(text)) : text;
  }

  private nextSpecial(from: number): number {
    const { content } = this;
    for (let at = from; at < content.length; at++) {
      const unit = content.charCodeAt(at);
      if (unit === 0x5c) return at;
      if (this.interpolates && unit === 0x24 && content.charCodeAt(at + 1) === 0x7b) return at;
    }
    return content.length;
  }

  /** From `${` to its `}`, raw. */
  private interpolation(): string | undefined {
    const { content } = this;
    const from = this.at;
    let depth = 0;
    for (this.at = from + 1; this.at < content.length; this.at++) {
      const char = content[this.at];
      if (char === '\ufffd') return undefined;
      if (char === '{') depth++;
      else if (char === '}' && --depth === 0) {
        this.at++;
        break;
      }
    }
    return content.slice(from, this.at);
  }

  private escape(): string | undefined {
    const char = this.content[this.at + 1] ?? '';
    const plain = simple[char];
    if (plain !== undefined) {
      this.at += 2;
      return plain;
    }
    const width = hexWidth[char];
    const digits = width === undefined ? this.ahead(1, 3) : this.ahead(2, width);
    if (!(width === undefined ? /^[0-7]{3}$/ : hexOf[width]!).test(digits)) return this.noEscape();
    const code = Number.parseInt(digits, width === undefined ? 8 : 16);
    this.at += (width === undefined ? 1 : 2) + digits.length;
    if (width === undefined) return code > 0xff ? undefined : this.byte(code);
    return char === 'x' ? this.byte(code) : this.codePoint(code);
  }

  private ahead(skipped: number, count: number): string {
    return this.content.slice(this.at + skipped, this.at + skipped + count);
  }

  /** The scanner has refused it, so that no agent reads this string: its value is its text. */
  private noEscape(): string {
    this.at++;
    return '\\';
  }

  /** One raw byte; several may make up a character. */
  private byte(code: number): string {
    if (code < 0x80) return String.fromCharCode(code);
    this.hasBytes = true;
    return String.fromCharCode(0xdc00 + code);
  }

  private codePoint(code: number): string | undefined {
    // Go keeps the value in 32 bits with a sign: what is negative there is cut to a byte.
    if (code >= 0x80000000) return this.byte(code & 0xff);
    if (code > 0x10ffff) return undefined;
    if (code >= 0xd800 && code < 0xe000) return this.interpolates ? '\ufffd' : undefined;
    return String.fromCodePoint(code);
  }
}
