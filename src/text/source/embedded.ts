/** A file that stands inside of another one, such as JSON in a variable of a compose file: findings point to where it is written. */
import type { TextEdit } from './edit.ts';
import type { MappedText } from './mapped-text.ts';
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

const mark = '\ue000';

/** Each variable becomes a text that no file has; where it stands without quotes it gets some. */
export function textWithHoles(written: MappedText): MappedText {
  const { text } = written;
  const parts = [...text.matchAll(variable)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    text: isQuoted(text, index) ? mark : `"${mark}"`,
  }));
  return written.replaced(parts);
}

export const isFilledIn = (text: string): boolean => text.includes(mark);

/** Within its line, since the files of agents have no texts of several lines but heredocs. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return (before.replace(/\\./g, '').split('"').length - 1) % 2 === 1;
}
