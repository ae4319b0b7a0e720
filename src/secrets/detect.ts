/**
 * What of a value is secret. This is the one place that decides it: reports, diffs, comparisons, rendered files and
 * imports all ask here.
 */
import { isUuid } from '../util/text.ts';
import type { Place } from './place.ts';
import type { Range } from './range.ts';
import { isSecretFlag, secretsInText } from './shapes.ts';

export interface Surroundings {
  readonly place: Place;
  /** In a list: the text before, such as `-token` in the words of a command. */
  readonly previous?: string | undefined;
}

/** The secret pieces of a text, in order; all of it, where the place is that of a secret. */
export function secretParts(text: string, { place, previous }: Surroundings): readonly Range[] {
  if (text === '') return [];
  if (isWhole(text, place, previous)) return [{ start: 0, end: text.length }];
  return secretsInText(text);
}

function isWhole(text: string, place: Place, previous: string | undefined): boolean {
  if (place.secret) return !isPath(text);
  if (place.holder) return true;
  if (previous !== undefined && isSecretFlag(previous)) return true;
  return place.stray && isUuid(text);
}

/** The file of a key, where an option accepts a key or its file, as PrivateKey of the two kinds of certificates. */
const isPath = (text: string): boolean =>
  /^\/[\w.-]+(?:\/[\w.-]+)+\.(?:pem|key|crt|cer|txt|token|jwt)$/.test(text);

export const isSecret = (text: string, surroundings: Surroundings): boolean =>
  secretParts(text, surroundings).length > 0;
