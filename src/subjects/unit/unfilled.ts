/** Values in a command line that are still to be filled in, and the words that a template engine sees as one. */
import type { Kind } from '../../options/kinds.ts';
import {
  describesContent,
  isCapitalWord,
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
    (kind !== undefined && /^(?:u?int|float)$/.test(kind.shape) && isCapitalWord(text)));

/** `{{ x }}`, `{% raw %}` and `<%= x %>` are one word each, which the blanks in them cut for systemd only. */
export function withWholeTemplates(words: readonly Word[]): readonly Word[] {
  const whole: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i]!;
    const last = endOf(words, i);
    const text = words.slice(i, last + 1).map((word) => word.text);
    const isTemplate = last > i && markedPlaceholder(text.join(' ')) !== undefined;
    const at = first.at.source.span(first.at.start, words[last]!.at.end);
    whole.push(isTemplate ? { text: text.join(' '), at } : first);
    if (isTemplate) i = last;
  }
  return whole;
}

/** Where a template that begins in a word ends; the word itself where it does not end. */
function endOf(words: readonly Word[], from: number): number {
  let end = from;
  for (let close = openIn(words[from]!.text); close; close = openIn(words[end]!.text, close)) {
    const mark = close;
    const next = words.findIndex(({ text }, i) => i > end && text.includes(mark));
    if (next < 0) return from;
    end = next;
  }
  return end;
}

const marks: readonly (readonly [open: string, close: string])[] = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
];

/** The end of what begins in a text and does not end there. @param closed what ends in it */
function openIn(text: string, closed?: string): string | undefined {
  const rest = closed === undefined ? text : text.slice(text.indexOf(closed) + closed.length);
  return marks.find(([open, close]) => rest.lastIndexOf(open) > rest.lastIndexOf(close))?.[1];
}
