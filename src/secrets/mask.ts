/** Sentences that quote a file, without its secrets: a message must never be the way a key gets into a log. */

import { agent } from '../options/agent.ts';
import { certainSecrets, likelySecrets } from '../options/generated/secret-names.ts';
import type { Source } from '../text/source/source.ts';
import { own } from '../util/collections.ts';
import { memo } from '../util/memo.ts';
import { secretsOf } from './known.ts';
import { hidden, maskText } from './shapes.ts';

export type Mask = (text: string) => string;

/** What hides the secrets of these files, and what looks like a secret anywhere, in a sentence. */
export function masking(sources: Iterable<Source>): Mask {
  const all = [...new Set(sources)].map(maskOf);
  return (text) => maskText(all.reduce((shown, mask) => mask(shown), text));
}

const maskOf = memo((source: Source): Mask => {
  const texts = secretsOf(source).flatMap(({ start, end }) => spellings(source.text.slice(start, end)));
  return texts.length === 0 ? (text) => text : maskerOf(texts);
});

/** As it is written, as it is read, and each line of both. */
function spellings(written: string): string[] {
  const read = unescaped(written);
  return [written, read, ...written.split('\n'), ...read.split('\n')];
}

function unescaped(written: string): string {
  if (!written.includes('\\')) return written;
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return written.replaceAll('\\n', '\n').replaceAll('\\"', '"');
  }
}

/** Shorter ones, and words, are hidden between quotes only: a sentence contains such words anyway. */
const shortest = 8;
const isWord = (text: string): boolean => /^[A-Za-z]?[a-z]*(?:[_ -][a-z]+)*$/.test(text);

function maskerOf(spelled: readonly string[]): Mask {
  const texts = [...new Set(spelled.map((text) => text.trim()))].filter((text) => text.length > 2);
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

const isOptionName = (text: string): boolean =>
  own(agent, text) !== undefined || certainSecrets.includes(text) || likelySecrets.includes(text);

/** A part of a key, as where a sign within it ended what was read; words of a sentence have no digits and capitals. */
const isPieceOf = (word: string, secrets: string): boolean =>
  /\d|[a-z].*[A-Z]|[A-Z].*[A-Z].*[a-z]/.test(word) && secrets.includes(word);
