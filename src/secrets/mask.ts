/** Sentences that quote a file, without its secrets: a message must never be the way a key gets into a log. */
import type { Source } from '../text/source/source.ts';
import { memo } from '../util/memo.ts';
import { secretsIn } from './found.ts';
import { isOptionName, isWord, shortest } from './run/distinct.ts';
import { runOf } from './run/run.ts';
import { hidden, maskText } from './shapes.ts';
import { spellings } from './spellings.ts';

export type Mask = (text: string) => string;

/** What hides the secrets of these files and of those that are read with them, and what looks like a secret anywhere. */
export function masking(sources: Iterable<Source>): Mask {
  const all = [...new Set(sources)];
  const masks = [
    ...all.map(maskOf),
    ...[...new Set(all.map(runOf))].map(
      (run): Mask =>
        (text) =>
          run.hide(text),
    ),
  ];
  return (text) => maskText(masks.reduce((shown, mask) => mask(shown), text));
}

const maskOf = memo((source: Source): Mask => {
  const texts = secretsIn(source).flatMap(({ start, end }) => spellings(source.text.slice(start, end)));
  return texts.length === 0 ? (text) => text : maskerOf(texts);
});

/** Shorter ones, and words, are hidden between quotes only: a sentence contains such words anyway. */
function maskerOf(spelled: readonly string[]): Mask {
  const texts = [...new Set(spelled)].filter((text) => text.length > 2);
  const byLength = texts.sort((a, b) => b.length - a.length);
  const plain = byLength.filter((text) => text.length >= shortest && !isWord(text));
  const quotedOnly = new Set(byLength.filter((text) => !plain.includes(text) && !isOptionName(text)));
  const all = byLength.join('\n');
  return (sentence) => {
    const whole = plain.reduce((shown, text) => shown.replaceAll(text, hidden), sentence);
    const quotes = whole.replace(/(["'`])([^"'`]+)\1/g, (quote, mark: string, text: string) =>
      quotedOnly.has(text) ? mark + hidden + mark : quote,
    );
    return quotes.replace(/[A-Za-z0-9]{6,}/g, (word) => (isPieceOf(word, all) ? hidden : word));
  };
}

/** A part of a key, as where a sign within it ended what was read; words of a sentence have no digits and capitals. */
const isPieceOf = (word: string, secrets: string): boolean =>
  /\d|[a-z].*[A-Z]|[A-Z].*[A-Z].*[a-z]/.test(word) && secrets.includes(word);
