/**
 * UTF-8 and back without loss: a byte that is not UTF-8 becomes the lone surrogate U+DC80 + (byte − 0x80), one at a
 * time, exactly the bytes that Go's decoder calls bad. Real UTF-8 never yields a lone surrogate.
 */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

export function decodeBytes(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return decodeLossless(bytes);
  }
}

/** The inverse of `decodeBytes`. A lone surrogate that represents no byte becomes U+FFFD, as everywhere. */
export function encodeBytes(text: string): Uint8Array {
  if (!/[\udc80-\udcff]/.test(text)) return encoder.encode(text);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at + 1))) {
      at++;
    } else if (isBadByte(unit)) {
      parts.push(encoder.encode(text.slice(from, at)), Uint8Array.of(unit - 0xdc00));
      from = at + 1;
    }
  }
  parts.push(encoder.encode(text.slice(from)));
  return concat(parts);
}

export const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
export const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;
/** Of a unit that is not the second half of a pair. */
const isBadByte = (unit: number): boolean => unit >= 0xdc80 && unit < 0xdd00;

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Decodes the good stretches natively; only the bad bytes are looked at one by one. */
function decodeLossless(bytes: Uint8Array): string {
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  while (at < bytes.length) {
    const width = runeWidth(bytes, at);
    if (width > 0) {
      at += width;
      continue;
    }
    parts.push(strict.decode(bytes.subarray(from, at)), String.fromCharCode(0xdc00 + bytes[at]!));
    at++;
    from = at;
  }
  parts.push(strict.decode(bytes.subarray(from)));
  return parts.join('');
}

/** Length of the well-formed sequence at `at`, or 0. The table is RFC 3629, section 4. */
function runeWidth(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  if (first < 0xe0) return isTail(second) ? 2 : 0;
  if (first < 0xf0) {
    const low = first === 0xe0 ? 0xa0 : 0x80;
    const high = first === 0xed ? 0x9f : 0xbf;
    return second >= low && second <= high && isTail(bytes[at + 2]) ? 3 : 0;
  }
  const low = first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xf4 ? 0x8f : 0xbf;
  return second >= low && second <= high && isTail(bytes[at + 2]) && isTail(bytes[at + 3]) ? 4 : 0;
}

const isTail = (byte: number | undefined): boolean => byte !== undefined && byte >> 6 === 2;
