/** The value of a heredoc. Consul cuts it out by byte counts, and this follows it into the corners. */
import { decodeBytes, encodeBytes } from '../../source/bytes.ts';

/** @param token from `<<` to the newline after the end anchor, as it is written in the file. */
export function heredocValue(token: string): string {
  const folded = token.includes('\r') ? token.replaceAll('\r\n', '\n') : token;
  const newline = folded.indexOf('\n');
  const indented = folded[2] === '-';
  const anchor = folded.slice(indented ? 3 : 2, newline);
  if (folded.endsWith(`${anchor}\n`) && isAscii(anchor)) {
    return cut(folded, newline, indented);
  }
  // A multi-byte anchor, or carriage returns behind the end anchor: the cut may fall inside a character.
  const bytes = Array.from(encodeBytes(folded), (byte) => String.fromCharCode(byte)).join('');
  const value = cut(bytes, bytes.indexOf('\n'), indented);
  return decodeBytes(Uint8Array.from(value, (char) => char.charCodeAt(0)));
}

/** @param text one character per byte, at least where it is cut. */
function cut(text: string, newline: number, indented: boolean): string {
  const start = newline + 1;
  const end = text.length - newline + 1;
  if (!indented) return text.slice(start, Math.max(start, end));
  const lines = text.slice(start, end + 1).split('\n');
  const prefix = lines.pop()!;
  if (lines.every((line) => line.startsWith(prefix))) {
    return [...lines.map((line) => line.slice(prefix.length)), ''].join('\n');
  }
  return text.slice(start, Math.max(start, end)).replace(/[ \t]+$/, '');
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 128) return false;
  return true;
}
