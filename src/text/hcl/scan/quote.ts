/** Values as HCL tokens. */

import { isHidden } from '../../../util/visible.ts';
import { isHighSurrogate, isLowSurrogate } from '../../source/bytes.ts';

/** A key: bare where that is allowed and it cannot be taken for a path. */
export function hclKey(name: string): string {
  const isBare = /^[A-Za-z_][\w-]*$/.test(name) && name !== 'true' && name !== 'false';
  return isBare ? name : quoteHcl(name);
}

const shortEscapes: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A quoted string that Consul reads as `text`, whatever is in it: bytes that are not UTF-8, `${`, control characters. */
export function quoteHcl(text: string): string {
  if (/^[ !#%-[\]-~]*$/.test(text)) return `"${text}"`;
  let quoted = '"';
  for (let at = 0; at < text.length; ) {
    const interpolation = text.startsWith('${', at) ? plainInterpolation(text, at) : undefined;
    const piece = interpolation ?? quoteChar(text, at);
    quoted += piece;
    at += interpolation?.length ?? charLength(text, at);
  }
  return `${quoted}"`;
}

function quoteChar(text: string, at: number): string {
  const unit = text.charCodeAt(at);
  const char = text.slice(at, at + charLength(text, at));
  const short = shortEscapes[char];
  if (short) return short;
  // An interpolation that does not read as what it is: without its `$`, it is plain text.
  if (char === '$' && text[at + 1] === '{') return '\\x24';
  if (unit < 0x20 || unit === 0x7f) return `\\x${unit.toString(16).padStart(2, '0')}`;
  if (char.length === 1 && unit >= 0xd800 && unit < 0xe000) return quoteSurrogate(unit);
  return mustBeEscaped(unit) ? `\\u${unit.toString(16).padStart(4, '0')}` : char;
}

/** What Consul reads as something else, and what a terminal would obey or show in another order. */
const mustBeEscaped = (unit: number): boolean =>
  unit === 0xe123 || unit === 0xfffd || unit === 0xfeff || isHidden(unit);

/** Represents a byte that is not UTF-8, or nothing. */
const quoteSurrogate = (unit: number): string =>
  unit >= 0xdc80 && unit < 0xdd00 ? `\\x${(unit - 0xdc00).toString(16)}` : '\\ufffd';

const charLength = (text: string, at: number): number =>
  isHighSurrogate(text.charCodeAt(at)) && isLowSurrogate(text.charCodeAt(at + 1)) ? 2 : 1;

/** `${…}` up to its end, if it can be written unchanged: what is inside is neither escaped nor read. */
function plainInterpolation(text: string, start: number): string | undefined {
  let depth = 0;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at]!;
    if (/[\0-\x1f"\\\x7f\ud800-\udfff\ue123\ufffd]/.test(char)) return undefined;
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return text.slice(start, at + 1);
  }
  return undefined;
}

/** Text of several lines as a heredoc, where that reads as the same text; undefined elsewhere. */
export function heredoc(text: string): string | undefined {
  if (!text.endsWith('\n') || text.indexOf('\n') === text.length - 1) return undefined;
  if (/[\0-\x08\v-\x1f\ud800-\udfff\ue123]/.test(text)) return undefined;
  const lines = new Set(text.split('\n').map((line) => line.trim()));
  let anchor = 'EOF';
  for (let count = 2; lines.has(anchor); count++) anchor = `EOF${count}`;
  return `<<${anchor}\n${text}${anchor}\n`;
}

/** A number that Consul reads with the same type and value. */
export function hclNumber(value: number | bigint, integer: boolean): string {
  if (typeof value === 'bigint') return String(value);
  if (!Number.isFinite(value)) throw new RangeError(`HCL cannot say ${value}`);
  if (Object.is(value, -0)) return integer ? '0' : '-0.0';
  const text = String(value);
  if (!/^-?\d+$/.test(text)) return text;
  // Beyond 64 bits Consul reads no integers.
  return integer && Math.abs(value) < 2 ** 63 ? text : `${text}.0`;
}
