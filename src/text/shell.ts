/**
 * The simple commands of a shell's command line, as far as a reader can know them without running it: words with their
 * offsets, quotes off. Redirections are left out, variables and `$(…)` stay as they are written.
 */

export interface ShellWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A quoted part, the output of a command, a parameter in braces, an escaped character, or a plain one. */
const piece =
  /'[^']*'|"(?:\$\((?:[^()]|\([^()]*\))*\)|\\[\s\S]|[^"\\])*"|\$\((?:[^()]|\([^()]*\))*\)|`(?:\\[\s\S]|[^`\\])*`|\$\{[^}]*\}|\\[\s\S]|[^\s;&|<>()'"\\]/y;
const redirection = /\d*(?:&>>?|[<>]+&?)\s*(?=\S)/y;
/** Only where a word could begin. */
const comment = /(?<![^\s;&|()])#[^\n]*/y;
/** A line that goes on in the next one. */
const joined = /\\\r?\n/y;
const separator = /[;&|()\n]+/y;

/** Commands are separated by `;`, `&`, `|`, parentheses and line ends. */
export function shellCommands(text: string): readonly (readonly ShellWord[])[] {
  const commands: ShellWord[][] = [[]];
  let isTarget = false;
  for (let at = 0; at < text.length; ) {
    const skipped = matchAt(comment, text, at) ?? matchAt(joined, text, at);
    if (skipped) {
      at += skipped.length;
      continue;
    }
    const redirected = matchAt(redirection, text, at);
    if (redirected) {
      isTarget = true;
      at += redirected.length;
      continue;
    }
    const separated = matchAt(separator, text, at);
    if (separated) commands.push([]);
    const word = separated ? undefined : wordAt(text, at);
    if (word && !isTarget) commands.at(-1)!.push(word);
    if (word) isTarget = false;
    at = word?.end ?? at + (separated?.length ?? 1);
  }
  return commands.filter(({ length }) => length > 0);
}

function wordAt(text: string, start: number): ShellWord | undefined {
  let end = start;
  let value = '';
  for (;;) {
    const part = matchAt(piece, text, end);
    if (part === undefined) break;
    end += part.length;
    value += unquoted(part);
  }
  return end === start ? undefined : { text: value, start, end };
}

function unquoted(part: string): string {
  if (part.startsWith("'")) return part.slice(1, -1);
  if (part.startsWith('"')) return part.slice(1, -1).replace(/\\(["\\$`\n])/g, '$1');
  return part.startsWith('\\') ? part.slice(1).replace('\n', '') : part;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
