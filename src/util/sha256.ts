/**
 * SHA-256 of a text of a few pages at most. `node:crypto` brings streams and certificates along, which takes a tenth of
 * the time of a run over one file, and browsers do not have it.
 */

/** The first 32 bits of the fractional part of the root of each of the first primes. */
const rootsOfPrimes = (count: number, root: (prime: number) => number): Uint32Array =>
  Uint32Array.from(firstPrimes(count), (prime) => (root(prime) % 1) * 2 ** 32);

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}

/** In hexadecimal, of the text as UTF-8. */
export function sha256(text: string): string {
  const roundConstants = rootsOfPrimes(64, Math.cbrt);
  const state = rootsOfPrimes(8, Math.sqrt);
  const words = paddedWords(new TextEncoder().encode(text));
  for (let at = 0; at < words.length; at += 16) addBlock(state, words.subarray(at, at + 16), roundConstants);
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The same in base64. */
export function sha256Base64(text: string): string {
  const bytes = sha256(text).match(/../g)!;
  return btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16))));
}

/** The bytes, one bit, zeros, and the length in bits: whole blocks of 16 words. */
function paddedWords(bytes: Uint8Array): Uint32Array {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const padded = new DataView(new ArrayBuffer(blocks * 64));
  for (const [i, byte] of bytes.entries()) padded.setUint8(i, byte);
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(blocks * 64 - 4, bytes.length * 8);
  return Uint32Array.from({ length: blocks * 16 }, (_, i) => padded.getUint32(i * 4));
}

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function addBlock(state: Uint32Array, block: Uint32Array, roundConstants: Uint32Array): void {
  const w = new Uint32Array(64);
  w.set(block);
  for (let i = 16; i < 64; i++) {
    const [early, late] = [w[i - 15]!, w[i - 2]!];
    const small0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const small1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    w[i] = w[i - 16]! + small0 + w[i - 7]! + small1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let i = 0; i < 64; i++) {
    const big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + big1 + choice + roundConstants[i]! + w[i]!) | 0;
    const big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + big0 + majority) | 0];
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + word;
}
