/** The scanner's errors in words that help. */
import type { Problem } from '../../source/problem.ts';
import type { Source, Span } from '../../source/source.ts';
import type { ScanError } from './scanner.ts';

const advice: Record<string, string> = {
  'literal not terminated':
    'this string is not closed on its line: add the missing `"`; a longer text is written as a heredoc',
  'illegal char escape':
    'HCL 1 has no such escape: it knows \\\\ \\" \\n \\r \\t \\a \\b \\f \\v, \\ooo, \\xhh, \\uhhhh and \\Uhhhhhhhh; write a backslash itself as `\\\\`',
  'illegal octal number': 'a number that begins with 0 is octal, and has no 8 or 9: remove the leading 0',
  'illegal hexadecimal number': 'there is no hexadecimal digit after `0x`',
  'comment not terminated': 'this comment is never closed: add `*/`',
  "expected '/' for comment": 'a comment begins with `//`, `/*` or `#`',
  "heredoc expected second '<', didn't see it": 'a heredoc begins with `<<`, such as `<<EOF`',
  'invalid characters in heredoc anchor':
    'only the anchor may follow `<<` or `<<-`: letters, digits and `_`, then the end of the line',
  'zero-length heredoc anchor':
    'this heredoc has no anchor: write `<<EOF`, and `EOF` on a separate line at its end',
  'heredoc not terminated':
    'this heredoc is never closed: its anchor must be on a separate line, with a line end after it, and for `<<-` with a blank before it',
  'unexpected null character (0x00)': 'this is a NUL character: Consul reads configuration as text',
  'illegal UTF-8 encoding': 'this is not UTF-8: save the file as UTF-8',
  'unicode code point U+E123 reserved for internal use':
    'Consul keeps the character U+E123 for itself: write it as `\\ue123`',
};

const illegal: Record<string, string> = {
  ':': 'HCL assigns with `=`, not with `:`',
  ';': 'HCL needs no `;`: an option ends where its line ends',
  "'": 'strings need double quotes in HCL',
  '\ufeff': 'the file begins with a byte order mark, which Consul refuses: save it as UTF-8 without one',
  '\u00a0': 'this is a no-break space, which only looks like a blank: write a blank',
};

const strayMark = 'this is a byte order mark, as where two files were joined: remove it';

interface Replacement {
  readonly title: string;
  readonly text: string;
}

const fixes: Record<string, Replacement> = {
  ':': { title: 'write ` =`', text: ' =' },
  '\ufeff': { title: 'remove the byte order mark', text: '' },
  '\u00a0': { title: 'write a blank', text: ' ' },
};

export function scanProblem(source: Source, error: ScanError): Problem {
  const { text } = source;
  const end = Math.min(error.at + (text.codePointAt(error.at)! > 0xffff ? 2 : 1), text.length);
  if (error.message === 'illegal char') return illegalChar(source, error.at, end);
  const at = error.message.includes('terminated')
    ? firstLine(source, error.start, end)
    : source.span(Math.min(error.at, end), end);
  const message = shortEscape(text, error) ?? advice[error.message] ?? error.message;
  return { code: 'syntax/invalid', message, at };
}

/** An escape whose digits are missing, as in every Windows path below `C:\users`. */
function shortEscape(text: string, { message, at, start }: ScanError): string | undefined {
  if (message !== 'illegal char escape') return undefined;
  const before = text.slice(Math.max(start, at - 8), at);
  const kind = /\\([xuU])[\da-fA-F]*$/.exec(before)?.[1];
  if (kind === undefined) return undefined;
  const digits = kind === 'x' ? 'two' : kind === 'u' ? 'four' : 'eight';
  return `\`\\${kind}\` begins a character by its number here, and needs ${digits} hexadecimal digits: Consul refuses the file. Write a backslash itself as \`\\\\\`, or a path with \`/\``;
}

/** What never ends is shown where it begins. */
function firstLine(source: Source, start: number, end: number): Span {
  const newline = source.text.indexOf('\n', start);
  return source.span(start, newline < 0 ? end : Math.min(newline, end));
}

function illegalChar(source: Source, start: number, end: number): Problem {
  const char = source.text.slice(start, end);
  const message =
    (char === '\ufeff' && start > 0 ? strayMark : illegal[char]) ?? `HCL has no use for \`${char}\` here`;
  const string = char === "'" ? /^'([^'"\\\n]*)'/.exec(source.text.slice(start, start + 1000)) : undefined;
  const fix = string
    ? { title: 'write double quotes', text: `"${string[1]}"` }
    : char === ';'
      ? withoutSemicolon(source.text, start)
      : fixes[char];
  const at = source.span(start, string ? start + string[0].length : end);
  return {
    code: 'syntax/invalid',
    message,
    at,
    ...(fix && { fix: { title: fix.title, safe: true, edits: [{ ...at, text: fix.text }] } }),
  };
}

/** Nothing where what follows is apart already; a line end between two options; unknown in the middle of a word. */
function withoutSemicolon(text: string, at: number): Replacement | undefined {
  if (/^[\s=}]?$/.test(text.charAt(at + 1))) return { title: 'remove it', text: '' };
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return /[={]/.test(before) ? { title: 'begin a new line', text: '\n' } : undefined;
}
