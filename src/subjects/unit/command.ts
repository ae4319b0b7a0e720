/**
 * The commands that a directive of a unit runs: its own command line, and those in the script that it gives to a shell.
 */
import { posix } from 'node:path';
import { shellCommands } from '../../text/shell.ts';
import { type Directive, type Word, wordsOf } from '../../text/systemd.ts';

/** The words after `…/consul agent`; the binary may come after a wrapper such as `env A=b`, `nice --`, or in a script. */
export const agentWords = (start: Directive): readonly Word[] | undefined => agentWordsIn(wordsOf(start));

/** The same of the words of a command that something else starts. */
export const agentWordsIn = (command: readonly Word[]): readonly Word[] | undefined =>
  fromBinary(command)?.slice(2);

/** The absolute path of the binary that the command line starts; undefined where it is a variable or has none. */
export function agentBinary(start: Directive): string | undefined {
  const path = fromBinary(wordsOf(start))?.[0]?.text.replace(prefixes, '');
  return path?.startsWith('/') ? path : undefined;
}

/** The words from the binary on: `…/consul agent …`. */
function fromBinary(command: readonly Word[]): readonly Word[] | undefined {
  for (const words of unwrapped(command, deepest)) {
    const at = words.findIndex((word, i) => words[i + 1]?.text === 'agent' && isConsul(word, words.slice(i)));
    if (at >= 0) return words.slice(at);
  }
  return undefined;
}

/** Of a script that a shell runs with `-c`, each of its commands; else the one command that systemd starts. */
export function commandsOf(directive: Directive): readonly (readonly Word[])[] {
  return unwrapped(wordsOf(directive), deepest);
}

/** A script within a script within a script is read; what is deeper stays a text. */
const deepest = 3;

function unwrapped(words: readonly Word[], depth: number): readonly (readonly Word[])[] {
  const script = depth > 0 ? scriptIn(words) : undefined;
  if (!script) return [words];
  return shellCommands(script.text).flatMap((found) => unwrapped(found.map(inScript(script)), depth - 1));
}

/** The text after `-c` of a shell, or of a program that starts one. */
function scriptIn(words: readonly Word[]): Word | undefined {
  const shell = words.findIndex(({ text }) => shells.has(programOf(text)));
  if (shell < 0) return undefined;
  const option = words.findIndex(({ text }, i) => i > shell && /^(?:-[a-z]*c|--command)$/.test(text));
  if (option >= 0) return words[option + 1];
  const joined = words.find(({ text }, i) => i > shell && text.startsWith('--command='));
  return joined && { text: joined.text.slice('--command='.length), at: joined.at };
}

const shells = new Set(['ash', 'bash', 'dash', 'ksh', 'runuser', 'sh', 'su', 'zsh']);

/** Where the script is one quoted text without escapes its words have their own locations; else that of the script. */
const inScript =
  ({ text, at, part }: Word) =>
  (word: { text: string; start: number; end: number }): Word => {
    if (part) return partOf(word, part);
    const lead = at.start + 1;
    const isPlain = at.source.text.slice(lead, at.end - 1) === text;
    return { text: word.text, at: isPlain ? at.source.span(lead + word.start, lead + word.end) : at };
  };

/** A word of a text whose parts have places; its own parts have them where it has no quotes. */
export function partOf(
  { text, start, end }: { text: string; start: number; end: number },
  part: NonNullable<Word['part']>,
): Word {
  const at = part(start, end);
  const isPlain = end - start === text.length;
  return isPlain ? { text, at, part: (from, to) => part(start + from, start + to) } : { text, at };
}

/** A binary may have its release in its name, or be in a variable: then flags that only Consul's agent has decide. */
function isConsul({ text }: Word, words: readonly Word[]): boolean {
  if (/^consul(?:[-_]?v?\d[\w.+-]*)?$/.test(programOf(text))) return true;
  return (
    text.startsWith('$') &&
    words.some((word) => /^--?(?:config-dir|config-file|retry-join)\b/.test(word.text))
  );
}

/** What systemd reads in front of a program. */
const prefixes = /^[-@:+!|]+/;

/** The name of the program, systemd's own prefixes off. */
export const programOf = (text: string): string => posix.basename(text.replace(prefixes, ''));
