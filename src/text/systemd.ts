/**
 * systemd unit files with positions, as systemd.syntax(7) reads them: sections, directives that may be given several
 * times, lines continued by a backslash, and the words of a command line. Drop-ins are separate files, read after
 * the unit; an empty assignment forgets what a list held before.
 */
import type { Source, Span } from './source/source.ts';

export interface Directive {
  readonly section: string;
  readonly name: string;
  readonly key: Span;
  /** Continuation lines joined by a blank, outer white space off. */
  readonly value: string;
  readonly at: Span;
}

export interface UnitProblem {
  readonly at: Span;
  readonly message: string;
}

export interface UnitText {
  readonly source: Source;
  readonly directives: readonly Directive[];
  readonly problems: readonly UnitProblem[];
}

export function parseUnit(source: Source): UnitText {
  const { directives, problems } = outlineOf(source.text);
  const spanOf = ([start, end]: Stretch): Span => source.span(start, end);
  return {
    source,
    directives: directives.map(({ section, name, value, key, at }) => {
      return { section, name, key: spanOf(key), value, at: spanOf(at) };
    }),
    problems: problems.map(({ at, message }) => ({ at: spanOf(at), message })),
  };
}

type Stretch = readonly [start: number, end: number];

/** What a text says, whatever the file that holds it. */
interface Outline {
  readonly text: string;
  readonly directives: readonly (Pick<Directive, 'section' | 'name' | 'value'> & {
    readonly key: Stretch;
    readonly at: Stretch;
  })[];
  readonly problems: readonly { readonly at: Stretch; readonly message: string }[];
}

/** The machines of an estate have one unit in a file each, so that the next text is mostly the last one again. */
let last: Outline | undefined;

function outlineOf(text: string): Outline {
  if (last?.text === text) return last;
  const directives: Outline['directives'][number][] = [];
  const problems: Outline['problems'][number][] = [];
  let section: string | undefined;
  for (const line of logicalLines(text)) {
    const at: Stretch = [line.start, line.end];
    const header = /^\[([^\]]*)\]$/.exec(line.text);
    const equals = line.text.indexOf('=');
    if (header) section = header[1]!;
    else if (equals < 1) problems.push({ at, message: 'this line is neither a [Section] nor Key=value' });
    else if (section === undefined) problems.push({ at, message: 'this line is before the first [Section]' });
    else directives.push(directiveOf(text, section, line));
  }
  last = { text, directives, problems };
  return last;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines with their continuations, without comments, blank lines and outer white space. */
function* logicalLines(text: string): Generator<Line> {
  let open: { start: number; parts: string[] } | undefined;
  let offset = 0;
  for (const raw of text.split('\n')) {
    const start = offset;
    offset += raw.length + 1;
    const line = raw.replace(/\r$/, '');
    // Comments inside of a continued line are passed over, and do not end it.
    if (/^\s*[#;]/.test(line) || (!open && line.trim() === '')) continue;
    const lead = line.length - line.trimStart().length;
    open ??= { start: start + lead, parts: [] };
    const continued = /\\\s*$/.test(line) && line.trimEnd().endsWith('\\');
    const part = continued ? line.trimEnd().slice(0, -1) : line;
    open.parts.push(part.trim());
    if (continued) continue;
    yield {
      start: open.start,
      end: Math.max(open.start, start + part.trimEnd().length),
      text: open.parts.join(' ').trim(),
    };
    open = undefined;
  }
  if (open) yield { start: open.start, end: text.trimEnd().length, text: open.parts.join(' ').trim() };
}

function directiveOf(
  all: string,
  section: string,
  { start, end, text }: Line,
): Outline['directives'][number] {
  const name = text.slice(0, text.indexOf('=')).trimEnd();
  const equals = all.indexOf('=', start);
  const lead = /^[ \t]*/.exec(all.slice(equals + 1, end))![0].length;
  return {
    section,
    name,
    key: [start, start + name.length],
    value: text.slice(text.indexOf('=') + 1).trim(),
    at: [Math.min(equals + 1 + lead, end), end],
  };
}

/** All values of a directive over the unit and its drop-ins; those before an empty assignment are forgotten. */
export function allValues(texts: readonly UnitText[], section: string, name: string): readonly Directive[] {
  const all = texts.flatMap(({ directives }) =>
    directives.filter((directive) => directive.section === section && directive.name === name),
  );
  return all.slice(all.findLastIndex(({ value }) => value === '') + 1);
}

/** The value that counts where only one does: the last. */
export function lastValue(texts: readonly UnitText[], section: string, name: string): Directive | undefined {
  return allValues(texts, section, name).at(-1);
}

export interface Word {
  readonly text: string;
  readonly at: Span;
  /** Where a part of the text is written; absent where only the place of the whole is known. */
  readonly part?: (from: number, to: number) => Span;
}

/** The words of a command line, quotes and escapes off. `%` specifiers and `$` variables stay as they are. */
export function wordsOf(directive: Directive): readonly Word[] {
  const { source, start, end } = directive.at;
  const words: Word[] = [];
  for (const match of source.text
    .slice(start, end)
    .matchAll(/(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\\[^\n\r]|[^\s"'\\])+/g)) {
    const from = start + match.index;
    words.push({ text: unquote(match[0]), at: source.span(from, from + match[0].length) });
  }
  return words;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  s: ' ',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

function unquote(word: string): string {
  return word
    .replace(/\\\r?\n/g, ' ')
    .replace(
      /"((?:\\[\s\S]|[^"\\])*)"|'((?:\\[\s\S]|[^'\\])*)'/g,
      (_all, double: string | undefined, single: string | undefined) => double ?? single ?? '',
    )
    .replace(/\\([\s\S])/g, (_all, char: string) => escapes[char] ?? char);
}
