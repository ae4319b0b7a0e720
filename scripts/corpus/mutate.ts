/** Inputs like those of the corpus, and unlike any: pieces cut, doubled, swapped, and tokens thrown in. */

export type Random = (below: number) => number;

/** Repeatable numbers (xorshift). */
export function random(seed: number): Random {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(1, below);
  };
}

const tokens = [
  '{',
  '}',
  '[',
  ']',
  ',',
  '=',
  ':',
  '"',
  "'",
  '${',
  '$',
  '\\',
  '\\x41',
  '\\u00e9',
  '\\ud83d',
  '\\400',
  '\\U00110000',
  '<<E\n',
  '<<-E\n',
  'E\n',
  '  E\n',
  '#',
  '//',
  '/*',
  '*/',
  '/',
  'true',
  'null',
  'a',
  'A',
  'é',
  'ſ',
  '1',
  '08',
  '0x',
  '-',
  '.',
  '1e',
  '.5',
  '+',
  ' ',
  '\n',
  '\r',
  '\r\n',
  '\r\r\n',
  '\t',
  '\0',
  '\ue123',
  '\ufffd',
  '\ufeff',
  '\u00a0',
  'a = 1\n',
  'a "b" {}\n',
  'a {}\n',
  'a = [',
  '"a":',
  'null,',
  '[true]',
  '__proto__',
  '""',
  '# c\n',
  '/* c */',
];

export function mutate(seeds: readonly Uint8Array[], next: Random): Uint8Array {
  const pick = (): Uint8Array => seeds[next(seeds.length)]!;
  let bytes = Buffer.from(pick());
  for (let steps = 1 + next(4); steps > 0; steps--) {
    const at = next(bytes.length + 1);
    const to = Math.min(bytes.length, at + next(12));
    bytes = Buffer.concat([bytes.subarray(0, at), piece(bytes, at, to), bytes.subarray(next(2) ? at : to)]);
  }
  return bytes;

  function piece(own: Buffer, from: number, to: number): Uint8Array {
    switch (next(6)) {
      case 0:
        return new Uint8Array(0);
      case 1:
        return Uint8Array.of(next(256));
      case 2:
        return own.subarray(from, to);
      case 3: {
        const other = pick();
        const start = next(other.length);
        return other.subarray(start, start + next(60));
      }
      default:
        return Buffer.from(tokens[next(tokens.length)]!);
    }
  }
}
