/** How `explain` prints. */
import { styleText } from 'node:util';

export interface Show {
  /** The release whose defaults are shown. */
  readonly consul: string;
  readonly json: boolean;
  readonly paint: Paint;
  readonly width: number;
}

export type Paint = Readonly<Record<'bold' | 'dim' | 'red' | 'green' | 'cyan', (text: string) => string>>;

/** Words of a terminal in colour, or as they are. */
export function painted(colour: boolean): Paint {
  const paint = (format: keyof Paint) => (text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    green: paint('green'),
    cyan: paint('cyan'),
  };
}

export const indented = (text: string, by: number, width: number): string =>
  wrap(text, width - by)
    .map((line) => ' '.repeat(by) + line)
    .join('\n');

/** Lines of at most `width` columns, a longer word alone on its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
