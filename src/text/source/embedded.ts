/** A file that is written inside of another one, such as JSON in a variable of a compose file: findings point to where it is written. */
import type { TextEdit } from './edit.ts';
import { MappedText, type Place } from './mapped-text.ts';
import { type Position, Source, type Span } from './source.ts';

export class EmbeddedSource extends Source {
  readonly written: MappedText;

  constructor(written: MappedText) {
    super(written.source.file, written.text);
    this.written = written;
  }

  override position(offset: number): Position {
    return this.written.source.position(this.written.span(offset, offset).start);
  }

  override line(number: number): string | undefined {
    return this.written.source.line(number);
  }
}

/** The place in the file that people edit. */
export function inFile(at: Span): Span {
  const { source, start, end } = at;
  return source instanceof EmbeddedSource ? source.written.span(start, end) : at;
}

/** A text that is written inside of a text that is written inside of a file, with places in that file. */
export function textInFile(text: MappedText): MappedText {
  const { source } = text;
  if (!(source instanceof EmbeddedSource)) return text;
  const placeOf = (at: Span): Place => {
    const { start, end } = inFile(at);
    return [start, end];
  };
  const places = Array.from({ length: text.text.length }, (_, i) => placeOf(text.span(i, i + 1)));
  return new MappedText(source.written.source, text.text, places, placeOf(text.at));
}

/** The same edit in the file that people edit; undefined where the text there is not plain. */
export function editInFile(edit: TextEdit): TextEdit | undefined {
  const { source, start, end, text } = edit;
  if (!(source instanceof EmbeddedSource)) return edit;
  const { written } = source;
  const at = written.verbatim(start, end);
  if (!at) return undefined;
  // Backslashes and line ends mean something else in most scalars, and quotes in all but blocks.
  const isBlock = /[|>]/.test(at.source.text.charAt(written.at.start));
  const isPlain = (isBlock ? /^[\w .:/@{}[\]",-]*$/ : /^[\w .:/@-]*$/).test(text);
  return isPlain ? { ...edit, source: at.source, start: at.start, end: at.end, text } : undefined;
}

export const isEmbedded = (source: Source): boolean => source instanceof EmbeddedSource;

/** What is filled in later, as it is written in files that a shell, Compose or Kubernetes reads. */
const variable = /\$(?:\{[^{}]*\}|\([^()]*\)|[A-Za-z_]\w*)/g;

/** The text for a value that is not known: a text that no file has. */
export const mark = '\ue000';

/** Each variable becomes a text that no file has; where it is written without quotes it gets some. */
export function textWithHoles(written: MappedText): MappedText {
  const { text } = written;
  const quoted = quotesIn(text);
  const parts = [...text.matchAll(variable)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    text: quoted[index] ? mark : `"${mark}"`,
  }));
  return written.replaced(parts);
}

export const isFilledIn = (text: string): boolean => text.includes(mark);

/** Where a text is within quotes: each line by itself, since the files of agents have no quoted texts of several lines. */
function quotesIn(text: string): Uint8Array {
  const quoted = new Uint8Array(text.length);
  let isOpen = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '\n') isOpen = false;
    else if (char === '"') isOpen = !isOpen;
    quoted[i] = isOpen ? 1 : 0;
    if (char === '\\' && i + 1 < text.length) quoted[++i] = isOpen ? 1 : 0;
  }
  return quoted;
}
