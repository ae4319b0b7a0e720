/** Secrets that show in any text, whatever it belongs to (private keys, credentials of clouds, passwords in URLs), and the text without them. */

import { certainSecrets, likelySecrets } from '../options/generated/secret-names.ts';
import { isSecretName, isSlipOfSecretName } from './names.ts';
import { type Range, replaced, united } from './range.ts';

const privateKey = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----([^"']*?)(?=-----END|["']|$)/g;

/** Base64 of 32, 16 and 24 bytes. The last has no padding, and must not be taken for a long word or a path. */
const gossipKey =
  /(?<![\w+/])(?:[\w+/]{43}=|[\w+/]{22}==|(?=[^/_]{0,31}[A-Z])(?=[^_]{0,31}\d)(?=[^_]{0,31}[a-z])[a-zA-Z0-9+][a-zA-Z0-9+/]{31})(?![\w+/=-])/g;

const knownToken =
  /(?<![\w.-])(?:eyJ[\w-]{8,}\.[\w-]+\.[\w-]*|hv[sbr]\.[\w-]{20,}|gh[pousr]_\w{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|xox[abp]-[\w-]{10,})/g;

/** `scheme://user:password@`. A port before a path is not a password. */
const inUrl = /:\/\/[^\s"'/:@]{0,200}:(?!\d{1,5}\/)([^\s"']{1,300})@/g;

const scheme = /(?<!\w)(?:Bearer|Basic)\s+(?=[^\s"']{0,300}[\dA-Z=])([^\s"'\\]{6,})/g;

/** `secret_access_key=`, `Authorization: `, `-token=`, `"password":"`: what follows is a secret if the name is that of one. */
const assignment = /(?<![\w.-])-{0,2}([A-Za-z_][\w.-]*)\\?["']?(?:[ \t]*=[ \t]*|:[ \t]*)\[?[ \t]*/g;

/** `-encrypt …`, `--password …`, `"-token", "…"`. */
const flag = /(?<![\w.-])--?([A-Za-z][\w-]*)(?:[ \t]+|\\?["'],\s*\\?["'])(?![-=:])/g;

/** In quotes, in the quotes of a text within a text, a heredoc, or a word; what begins a block is not a value. */
const value = new RegExp(
  [
    String.raw`\\"([^"]*?)\\"`,
    String.raw`"((?:[^"\\\n]|\\.)*)`,
    String.raw`'([^'\n]*)`,
    String.raw`<<-?\w*[ \t\r]*\n([^\n]+)`,
    String.raw`((?:(?:Bearer|Basic|Token)[ \t]+)?(?![{[<\\"'])(?:[^\s"'\\&]|\\(?!["'n]))+)`,
  ].join('|'),
  'dy',
);

const assigned = String.raw`"?[ \t]*[:=][ \t]*\[?[ \t]*"?`;
const oneOf = (names: readonly string[]): string => `(?:${names.join('|')})`;

/** A name of the option table that only secrets have, then any value. */
const certain = new RegExp(String.raw`(?<!\w)${oneOf(certainSecrets)}${assigned}([^\s"'{},\[\]]+)`, 'dgi');

/** A name that other options have too (`value`, `dns`), then a UUID, as tokens are. */
const likely = new RegExp(
  String.raw`(?<!\w)${oneOf(likelySecrets)}${assigned}([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})`,
  'dgi',
);

/** In a value, a flag, a line of a unit, a message. A pattern is costly when it is first used. */
export function secretsInText(text: string): Range[] {
  if (text.length < 6) return [];
  const holds = (part: string): boolean => text.includes(part);
  return united([
    ...(holds('PRIVATE KEY-----') ? found(text, privateKey) : []),
    ...found(text, gossipKey),
    ...found(text, knownToken),
    ...(holds('://') ? found(text, inUrl) : []),
    ...(holds('Bearer') || holds('Basic') ? found(text, scheme) : []),
    ...(holds('=') || holds(':') ? named(text, assignment) : []),
    ...(holds('-') ? named(text, flag) : []),
  ]);
}

/** In a file, behind names that are misspelt. A sentence quotes such names, and what follows there is words. */
export const secretsOfSlips = (text: string): Range[] => [
  ...named(text, assignment, isSlipOfSecretName),
  ...named(text, flag, isSlipOfSecretName),
];

/** Behind names that some text uses for a secret. */
export const secretsAssignedTo = (text: string, names: ReadonlySet<string>): Range[] => {
  const isOne = (name: string): boolean => names.has(name);
  return [...named(text, assignment, isOne), ...paired(text, isOne)];
};

/** In a file, in what belongs to a name without being next to it. */
export const secretsOfPairs = (text: string): Range[] => paired(text, isSecretName);

/** In lines that assign options to values: a unit, a comment, a diff. */
export const secretsInLines = (text: string): Range[] =>
  united([...secretsInText(text), ...found(text, certain), ...found(text, likely)]);

/** `-token` and its like, after which the next word of a command is the secret. */
export const isSecretFlag = (word: string): boolean => /^--?[A-Za-z][\w-]*$/.test(word) && isSecretName(word);

function found(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map((match) => {
    const group = match[1];
    const start = group === undefined ? match.index : match.index + match[0].lastIndexOf(group);
    return { start, end: start + (group ?? match[0]).length };
  });
}

function named(text: string, pattern: RegExp, isSecret = isSecretName): Range[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: { length }, 1: name, index }) => {
    if (!isSecret(name!)) return [];
    value.lastIndex = index + length;
    if (name!.includes('.') && isSentence(text.slice(index + name!.length))) return [];
    const groups = value.exec(text)?.indices?.slice(1) ?? [];
    return groups.flatMap((group) => (group ? [{ start: group[0], end: group[1] }] : []));
  });
}

/** `name: TOKEN`, then `value: …`; `variable "token" { default = "…" }`; `ENV TOKEN …`. */
const pairs: readonly RegExp[] = [
  /(?<![\w.-])\\?["']?name\\?["']?[ \t]*[:=][ \t]*\\?["']?([A-Za-z_][\w.-]{0,100})\\?["']?[ \t]*,?\s{0,200}\\?["']?value\\?["']?[ \t]*[:=][ \t]*(?:\\?["'])?([^\s"'\\,{}[\]][^\n"'\\]*)/dgi,
  /(?<![\w.-])variable[ \t]+"?([A-Za-z_][\w-]{0,100})"?[ \t]*\{[^{}]{0,2000}?\bdefault[ \t]*=[ \t]*"((?:[^"\\\n]|\\.)+)/dg,
  /^[ \t]*ENV[ \t]+([A-Za-z_]\w{0,100})[ \t]+([^\s=][^\n]*)/dgim,
];

function paired(text: string, isSecret: (name: string) => boolean): Range[] {
  return pairs.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 1: name, indices }) => {
      const at = isSecret(name!) ? indices?.[2] : undefined;
      return at ? [{ start: at[0], end: at[1] }] : [];
    }),
  );
}

/** `acl.tokens.agent: this token …`: what follows the path of an option is words, of which a secret has one. */
const isSentence = (text: string): boolean => /^: [A-Za-z]+[,;]? [A-Za-z`]/.test(text);

/** Replaces a secret. */
export const hidden = '***';

export const maskText = (text: string): string => replaced(text, secretsInText(text), hide);

/** What is hidden already keeps its length. */
const hide = (piece: string): string => (/^\*+$/.test(piece) ? piece : hidden);
