/** Text as Go's `strings` package sees it, where JavaScript sees it otherwise. */

/** unicode.IsSpace. JavaScript's `\s` lacks U+0085 and has U+FEFF. */
const space = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const blank = new RegExp(space);
const runs = new RegExp(`${space}+`);

/** strings.TrimSpace. No pattern: one for the end of a text takes the square of its length for blanks within it. */
export function trimSpace(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isSpace(text, start)) start++;
  while (start < end && isSpace(text, end - 1)) end--;
  return text.slice(start, end);
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) : blank.test(text.charAt(at));
}

/** strings.Fields */
export const fields = (text: string): readonly string[] => text.split(runs).filter((field) => field !== '');

/** Length in bytes of UTF-8, which is how the agent counts; a lone surrogate represents one byte of a broken file. */
export function byteLength(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (isPair(unit, text.charCodeAt(i + 1))) {
      length += 4;
      i++;
    } else length += 3;
  }
  return length;
}

const isPair = (high: number, low: number): boolean =>
  high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
