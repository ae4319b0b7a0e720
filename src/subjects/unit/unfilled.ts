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

/** `{{ x }}` and `<%= x %>` are one word each, which the blanks in them cut for systemd only. */
export function withWholeTemplates(words: readonly Word[]): readonly Word[] {
  const whole: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i]!;
    const close = /\{\{/.test(first.text) ? '}}' : /<%/.test(first.text) ? '%>' : undefined;
    const last = close === undefined || first.text.includes(close) ? i : endOf(words, i, close);
    const text = words.slice(i, last + 1).map((word) => word.text);
    const isTemplate = last > i && markedPlaceholder(text.join(' ')) !== undefined;
    const at = first.at.source.span(first.at.start, words[last]!.at.end);
    whole.push(isTemplate ? { text: text.join(' '), at } : first);
    if (isTemplate) i = last;
  }
  return whole;
}

/** Where a template that begins at a word ends; the word itself where it does not end. */
function endOf(words: readonly Word[], from: number, close: string): number {
  const end = words.findIndex(({ text }, i) => i > from && text.includes(close));
  return end < 0 ? from : end;
}
