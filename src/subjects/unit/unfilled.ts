/** Values in a command line that are still to be filled in, and the words that a template engine sees as one. */
import type { Kind } from '../../options/kinds.ts';
import { isScalar } from '../../options/visit.ts';
import {
  describesContent,
  isCapitalWord,
  isReplacement,
  markedPlaceholder,
  namesItsContent,
} from '../../text/placeholder.ts';
import type { Word } from '../../text/systemd.ts';
import { isUnknown } from './environment.ts';

/** A placeholder of a template or a guide; variables of shells and specifiers of systemd are something else. */
export const isUnfilled = (text: string, kind: Kind | undefined): boolean =>
  !isUnknown(text) &&
  (markedPlaceholder(text) !== undefined ||
    namesItsContent(text) ||
    (kind?.shape === 'string' && describesContent(text)) ||
    (kind !== undefined && isScalar(kind) && isOfForm.test(kind.name) && isReplacement(text)) ||
    (kind !== undefined && /^(?:u?int|float)$/.test(kind.shape) && isCapitalWord(text)));

/** Neither a key nor an address is `uZ0...` or `removed`. */
const isOfForm = /^gossip key$|address$/;

/** `{{ x }}`, `{% raw %}` and `<%= x %>` are one word each, which the blanks in them cut for systemd only. */
export function withWholeTemplates(words: readonly Word[]): readonly Word[] {
  const ends = endsOf(words);
  const whole: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i]!;
    const last = ends[i]!;
    const isTemplate =
      last > i && markedPlaceholder(joined(words.slice(i, Math.min(last + 1, i + mostWords)))) !== undefined;
    const at = first.at.source.span(first.at.start, words[last]!.at.end);
    whole.push(isTemplate ? { text: joined(words.slice(i, last + 1)), at } : first);
    if (isTemplate) i = last;
  }
  return whole;
}

/** Whether a longer text is a template shows at its beginning. */
const mostWords = 200;

const joined = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

const marks: readonly (readonly [open: string, close: string])[] = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
  ['[[', ']]'],
];

/**
 * Where a template that begins in each word ends; the word itself where none begins or it does not end. From the last word to the
 * first, since one that ends may begin the next, as in `{{ x }}{{ y }}`.
 */
function endsOf(words: readonly Word[]): readonly number[] {
  const ends: number[] = [];
  /** Of each mark where all ends that is closed by the next word with it; undefined where something begins there and does not end. */
  const next = new Map<string, number | undefined>();
  for (let i = words.length - 1; i >= 0; i--) {
    const { text } = words[i]!;
    const endAfter = (closed?: string): number | undefined => {
      const open = openIn(text, closed);
      return open === undefined ? i : next.get(open);
    };
    ends[i] = endAfter() ?? i;
    const found = marks.flatMap(([, close]) =>
      text.includes(close) ? [[close, endAfter(close)] as const] : [],
    );
    for (const [close, end] of found) next.set(close, end);
  }
  return ends;
}

/** The end of what begins in a text and does not end there. @param closed what ends in it */
function openIn(text: string, closed?: string): string | undefined {
  const rest = closed === undefined ? text : text.slice(text.indexOf(closed) + closed.length);
  return marks.find(([open, close]) => rest.lastIndexOf(open) > rest.lastIndexOf(close))?.[1];
}
