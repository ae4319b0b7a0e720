/**
 * Whether a text that an option refuses can have been meant as a value of it: an address with a wrong octet, a duration without a
 * unit. Words, blanks, brackets and sigils in the place of one are what a program or a person is to replace.
 */
import type { ScalarKind } from '../../options/kinds.ts';
import { bare } from '../../options/suggest/spelling.ts';
import { isSockaddrTemplate } from '../../text/placeholder.ts';

/** @param text what a value of this kind cannot be */
export function isNearGrammar(kind: ScalarKind, text: string): boolean {
  const word = text.trim();
  if (word === '' || word.length > longest) return true;
  if (kind.shape === 'bool') return answer.test(word);
  if (kind.shape !== 'string') return number.test(word) || answer.test(word);
  if (kind.values) return isNearWord(kind.values, word);
  if (kind.name === 'gossip key') return isNearKey(word);
  if (kind.name === 'duration') return duration.test(word) || answer.test(word);
  const isAsked = word.includes('{{') && isSockaddrTemplate(word);
  if (isOfAddresses.test(kind.name) && (isAsked || word.startsWith('provider='))) return true;
  if (isOfAddresses.test(kind.name)) return word.split(/[\s,;]+/).every(isNearAddress);
  return !sigils.test(word) && word.split(/\s+/).length < 3;
}

/** A longer text was generated or pasted. */
const longest = 200;

const answer =
  /^(?:t|f|y|n|true|false|yes|no|on|off|enabled?|disabled?|none|null|nil|auto|always|never|unlimited|infinit[ey]|forever|max|min|default)$/i;

const number = /^[-+]?[\d.][\d_,.\s]*[a-z%/\u00b5]{0,8}$/i;

/** `10`, `10sec`, `1 hour`, `1h 30min`. */
const duration = /^[-+]?\d[\d.,:\s]*[a-z\u00b5]{0,12}(?:\s*\d[\d.]*\s*[a-z\u00b5]{1,12})*$/i;

/** One word, and with an underscore only where one of the values begins like it. */
function isNearWord(values: readonly string[], word: string): boolean {
  if (!/^[a-z][\w.-]*$/i.test(word)) return false;
  const begin = bare(word).slice(0, 4);
  return !word.includes('_') || values.some((value) => bare(value).startsWith(begin));
}

/** What a generator made: letters and digits, or both cases, and not words between marks. */
const isNearKey = (word: string): boolean =>
  /^[\w+/=-]{12,}$/.test(word) &&
  !/(?:^|[-_])[a-z]{3,}(?:[-_][a-z]{3,})+/i.test(word) &&
  (/\d/.test(word) || /[a-z][A-Z]/.test(word));

const isOfAddresses = /address|^network$|^IPv\d network$|^resolver$|^host/;

/** An address as one may write it by mistake: with a port, a mask, a scheme or a wrong octet; or what a machine is called. */
const isNearAddress = (word: string): boolean =>
  /^\[?[\d.*]+(?::\d+)?(?:\/\d+)?\]?(?::\d+)?$|^\[?[\da-f:.]*:[\da-f:.]*(?:%\w+)?\]?(?:[:/]\d+)*$/i.test(
    word,
  ) ||
  /^(?:[a-z]+:\/\/|unix:|\/)/i.test(word) ||
  /^(?:localhost|any|all|lo\d*|(?:eth|en[opsx]|wl|bond|docker|br|tun|tap|wg|veth|vlan)[\w.-]*\d[\w.-]*)(?::\d+)?$/i.test(
    word,
  ) ||
  /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d-]+)*\.[a-z]{2,}\.?(?::\d+)?$/i.test(word);

const sigils = /[<>{}$[\]()|*`]|%\w|@@|__/;
