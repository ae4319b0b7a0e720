/** Texts of Terraform: what it fills in, escapes, and heredocs. */
import type { MappedText } from '../../../text/source/mapped-text.ts';
import { filledIn } from './expression.ts';

interface Replaced {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Where an interpolation ends that begins here: behind its brace. Braces and quotes within it are its own. */
export function behindBraces(text: string, from: number, inner = 0): number {
  const last = Math.min(text.length, from + longest);
  let depth = 0;
  for (let at = from; at < last; at++) {
    const char = text[at];
    if (char === '"' && inner < deepest) at = behindQuotes(text, at, inner + 1) - 1;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  return last;
}

/** Longer and deeper ones are not written by people. */
const longest = 5000;
const deepest = 5;

/** Where a text in quotes ends that begins here: behind its last quote, or where its line does. */
export function behindQuotes(text: string, from: number, inner = 0): number {
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '"') return at + 1;
    else if (char === '\n') return at;
    else if ((char === '$' || char === '%') && text[at + 1] === '{' && text[at - 1] !== char)
      at = behindBraces(text, at, inner) - 1;
  }
  return text.length;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** With interpolations as variables in braces; of directives both sides stay, since which one counts is not known. */
export function filled(written: MappedText, hasEscapes: boolean): MappedText {
  const { text } = written;
  const parts: Replaced[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (hasEscapes && char === '\\') {
      const value = escapes[text[at + 1] ?? ''];
      if (value !== undefined) parts.push({ from: at, to: at + 2, text: value });
      at++;
    } else if ((char === '$' || char === '%') && text[at + 1] === '{') {
      const isText = text[at - 1] === char;
      if (isText) parts.push({ from: at - 1, to: at, text: '' });
      else {
        const end = behindBraces(text, at);
        parts.push({ from: at, to: end, text: filledIn });
        at = end - 1;
      }
    }
  }
  return written.replaced(parts);
}
