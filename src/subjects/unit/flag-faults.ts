/** Why an agent refuses its command line. Go's flag package stops at the first word that it does not understand. */
import { distance } from 'fastest-levenshtein';
import type { Kind } from '../../options/kinds.ts';
import type { Span } from '../../text/source/source.ts';
import type { Word } from '../../text/systemd.ts';
import { isUnknown } from './environment.ts';
import { isUnfilled } from './unfilled.ts';

export type FlagFault =
  | {
      readonly kind: 'unknown';
      readonly flag: string;
      readonly nearest: string | undefined;
      readonly at: Span;
    }
  | { readonly kind: 'value'; readonly flag: string; readonly wants: string; readonly at: Span }
  /** A word where a flag belongs: all from it on is left over. */
  | {
      readonly kind: 'extra';
      readonly text: string;
      readonly after: { readonly flag: string; readonly takesOne: boolean } | undefined;
      /** Two dashes before it ended the flags. */
      readonly isBehindDashes?: true;
      readonly at: Span;
    }
  /** Dashes or an equals sign without a name. */
  | { readonly kind: 'syntax'; readonly text: string; readonly at: Span }
  /** It prints the flags instead of starting. */
  | { readonly kind: 'help'; readonly flag: string; readonly at: Span };

/** Flags that no option has. */
const own: ReadonlyMap<string, Kind['shape']> = new Map([
  ['-config-dir', 'string'],
  ['-config-file', 'string'],
  ['-config-format', 'string'],
  ['-dev', 'bool'],
  ['-hcl', 'string'],
  ['-non-voting-server', 'bool'],
]);

type Shapes = ReadonlyMap<string, { readonly kind: Kind; readonly path: string }>;

/** The first fault; undefined where there is none, or where what comes before it is not known. */
export function flagFault(words: readonly Word[], options: Shapes): FlagFault | undefined {
  let after: { flag: string; takesOne: boolean } | undefined;
  for (let i = 0; i < words.length; i++) {
    const { text, at } = words[i]!;
    if (isOpenEnded(text)) return undefined;
    if (!/^-./s.test(text)) return { kind: 'extra', text, after, at };
    if (text === '--') return leftOver(words[i + 1]);
    const [, name, value] = /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(text) ?? [];
    if (name === undefined) return { kind: 'syntax', text, at };
    const flag = `-${name}`;
    const shape = own.get(flag) ?? options.get(flag)?.kind.shape;
    if (shape === undefined) return withoutOption(flag, at, options);
    const isSwitch = shape === 'bool';
    if (!isSwitch && value === undefined) i++;
    const wants = wantsOf(flag, shape, givenTo(isSwitch, value, words[i]));
    if (wants !== undefined) return { kind: 'value', flag, wants, at };
    after = { flag, takesOne: !isSwitch };
  }
  return undefined;
}

const givenTo = (isSwitch: boolean, value: string | undefined, next: Word | undefined): string | undefined =>
  value ?? (isSwitch ? 'true' : next?.text);

/** Two dashes end the flags. */
function leftOver(word: Word | undefined): FlagFault | undefined {
  if (!word || isOpenEnded(word.text)) return undefined;
  return { kind: 'extra', text: word.text, after: undefined, isBehindDashes: true, at: word.at };
}

const withoutOption = (flag: string, at: Span, options: Shapes): FlagFault =>
  /^-h(?:elp)?$/.test(flag)
    ? { kind: 'help', flag, at }
    : { kind: 'unknown', flag, nearest: nearest(flag, options), at };

/** A variable that may be any words, a template, or what a shell does with the command. */
const isOpenEnded = (text: string): boolean =>
  (!text.startsWith('-') && (isUnknown(text) || isUnfilled(text, undefined))) ||
  /^--?[^=]*[$%{<@]/.test(text) ||
  /^(?:\d?[<>|&;]|\\$|$)/.test(text);

/** What the flag takes, where the value is something else. */
function wantsOf(flag: string, shape: Kind['shape'], value: string | undefined): string | undefined {
  if (value === undefined) return 'a value';
  if (isUnknown(value) || isUnfilled(value, undefined)) return undefined;
  if (flag === '-config-format') return /^(?:hcl|json|)$/.test(value) ? undefined : 'hcl or json';
  if (shape === 'bool')
    return /^(?:1|0|t|f|T|F|true|false|TRUE|FALSE|True|False)$/.test(value) ? undefined : 'true or false';
  if (shape !== 'int' && shape !== 'uint') return undefined;
  return isInt64(value) || /^[A-Z_]+$/.test(value) ? undefined : 'a whole number';
}

/** As strconv.Atoi reads it. */
function isInt64(text: string): boolean {
  if (!/^[+-]?\d+$/.test(text)) return false;
  const number = BigInt(text.replace(/^\+/, ''));
  return number >= -(2n ** 63n) && number < 2n ** 63n;
}

function nearest(flag: string, options: Shapes): string | undefined {
  const written = flag.toLowerCase().replaceAll('_', '-');
  const known = [...own.keys(), ...options.keys()];
  // The name of an option of files, such as -bind-addr or -node-name.
  const letters = (text: string): string => text.replace(/[^a-z0-9]/g, '');
  const ofFiles = [...options].find(([, { path }]) => letters(path) === letters(written))?.[0];
  if (ofFiles !== undefined) return ofFiles;
  const most = Math.max(1, Math.floor(flag.length / 5));
  return known
    .map((name) => ({ name, edits: distance(name, written) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits)[0]?.name;
}
