/**
 * Text in colours, by Node's own `styleText`. Libraries for it ask standard output whether it is a terminal as soon as
 * they are loaded, and streams are a tenth of Node's start; here the caller knows the answer.
 */
import { builtin } from '../util/builtin.ts';

const formats = ['bold', 'dim', 'red', 'green', 'yellow', 'blue', 'cyan'] as const;
type Format = (typeof formats)[number];

export type Colours = Readonly<Record<Format, (text: string) => string>>;

/** The same functions give plain text where no colours are wanted. */
export function coloursIf(wanted: boolean): Colours {
  const styleText = wanted ? builtin<typeof import('node:util')>('node:util')?.styleText : undefined;
  const paint = (format: Format) => (text: string) =>
    styleText ? styleText(format, text, { validateStream: false }) : text;
  return Object.fromEntries(formats.map((format) => [format, paint(format)])) as Colours;
}
