/** Texts that commands print or change. */
import { MappedText } from '../../../text/source/mapped-text.ts';
import { holeOf, nameless, open } from './expansions.ts';

/** What `echo` and `printf` print; undefined where that is not certain. */
export function echoed([program, ...words]: readonly MappedText[]): MappedText | undefined {
  if (!program) return undefined;
  if (/printf$/.test(program.text)) return printed(words);
  const first = words.findIndex(({ text }) => !/^-[neE]+$/.test(text));
  const options = words.slice(0, Math.max(first, 0)).map(({ text }) => text);
  const texts = first < 0 ? [] : words.slice(first);
  const hasEscapes = options.some((text) => text.includes('e'));
  // Whether others than bash read escapes differs.
  if (!hasEscapes && texts.some(({ text }) => /\\[nt]/.test(text))) return undefined;
  const parts = texts.flatMap((text, i) => [
    ...(i > 0 ? [MappedText.at(text.span(0, 0), ' ')] : []),
    hasEscapes ? unescaped(text) : text,
  ]);
  if (parts.length === 0) return undefined;
  const end = options.some((text) => text.includes('n')) ? [] : [lineEnd(parts.at(-1)!)];
  return joinedTexts([...parts, ...end]);
}

const lineEnd = ({ at }: MappedText): MappedText => MappedText.at(at.source.span(at.end, at.end), '\n');

/** One behind the other. */
export const joinedTexts = (parts: readonly MappedText[]): MappedText => {
  const first = parts[0]!.at;
  return MappedText.joined(parts, first.source.span(first.start, Math.max(first.end, parts.at(-1)!.at.end)));
};

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

const unescaped = (text: MappedText): MappedText =>
  text.replaced(
    [...text.text.matchAll(/\\([ntr\\"'])/g)].map(({ 0: found, 1: char = '', index }) => ({
      from: index,
      to: index + found.length,
      text: escapes[char]!,
    })),
  );

/** `printf '%s\n' "$text"`, and formats without values. */
function printed([format, ...values]: readonly MappedText[]): MappedText | undefined {
  if (!format) return undefined;
  if (/^%s(?:\\n)*$/.test(format.text) && values.length === 1)
    return joinedTexts([values[0]!, lineEnd(values[0]!)]);
  const text = unescaped(format);
  return text.replaced(
    [...text.text.matchAll(/%(%|[-+ 0#]*\d*(?:\.\d+)?[a-zA-Z])/g)].map(({ 0: found, 1: kind, index }) => ({
      from: index,
      to: index + found.length,
      text: kind === '%' ? '%' : holeOf(nameless, true),
    })),
  );
}

/** A text after `sed -i`: what an expression replaces is not known any more; undefined where nothing is. */
export function withEdits(text: MappedText, words: readonly MappedText[]): MappedText | undefined {
  let edited: MappedText | undefined = text;
  for (const { text: word } of words.slice(1)) {
    if (!/^s[^\w\s]/.test(word)) continue;
    const parts = word.split(word.charAt(1));
    const wanted = parts[1] ?? '';
    // A pattern, or a text that only the running script knows.
    if (!/^[\w{}<>%@:=" -]{2,}$/.test(wanted) || wanted.includes(open)) return undefined;
    edited = edited && withHoles(edited, wanted);
  }
  return edited;
}

function withHoles(text: MappedText, wanted: string): MappedText {
  const parts: { from: number; to: number; text: string }[] = [];
  for (let at = text.text.indexOf(wanted); at >= 0; at = text.text.indexOf(wanted, at + wanted.length))
    parts.push({ from: at, to: at + wanted.length, text: holeOf(nameless, true) });
  return text.replaced(parts);
}
