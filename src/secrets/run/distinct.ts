/** Which secrets can be distinguished from other text wherever they appear. */
import { agent } from '../../options/agent.ts';
import { certainSecrets, likelySecrets } from '../../options/generated/secret-names.ts';
import { own } from '../../util/collections.ts';

/** Shorter ones are found by chance. */
export const shortest = 8;
/** Longer ones are texts of their own, such as certificates, whose lines are looked for one by one. */
const longest = 4096;
/** A word may be anything's name, unless it is a long one. */
const shortestWord = 16;

/** Words of a sentence and names that people give. */
export const isWord = (text: string): boolean => /^[A-Za-z]?[a-z]*(?:[_ -][a-z]+)*$/.test(text);

export const isOptionName = (text: string): boolean =>
  own(agent, text) !== undefined || certainSecrets.includes(text) || likelySecrets.includes(text);

/** Not a name, a path, an address or a placeholder, which are written in the place of a secret as well. */
export function isDistinct(text: string): boolean {
  if (text.length < shortest || text.length > longest || isOptionName(text)) return false;
  if (isWord(text)) return text.length >= shortestWord;
  return !/^[*.\s]+$/.test(text) && !notSecret.some((pattern) => pattern.test(text));
}

const notSecret: readonly RegExp[] = [
  // Something else fills it in.
  /[$#]\{|\$\(|\{\{|\{%|<%|^[$%@#<]|^(?:var|local|data|module|each)\./,
  // A path, a name within names, an address with its port, a number, a time.
  /^[.~]{0,2}\/[\w./-]*$/,
  /^[A-Za-z_][a-z_-]*(?:[./:][a-z_-]+)+$/,
  /^[\d.:/]+$/,
  /^[\d.]+(?:[a-z]|\u00b5s)[a-z]?$/,
  // A piece of a configuration, where a broken text was read too far.
  /["'{}[\]=]{2}|[{[]\s*$|^[\w.-]+\s*[=:]\s/,
];
