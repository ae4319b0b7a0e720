/** Variables of a script whose values are certain: given once, as a text, outside of branches and functions. */
import type { MappedText } from '../../../text/source/mapped-text.ts';
import type { Command } from './commands.ts';
import { holes, open } from './expansions.ts';
import { assignment, withoutAssignments } from './programs.ts';

/** Values of more parts are not written by people. */
const mostHoles = 10;

interface Given {
  readonly at: number;
  readonly value: string | undefined;
}

export class Variables {
  readonly #given = new Map<string, Given[]>();
  /** Something else may set any of them. */
  #isOpen = false;

  constructor(commands: readonly Command[], mayBeGiven: boolean) {
    this.#isOpen = mayBeGiven;
    for (const [i, command] of commands.entries()) this.#command(command, i);
  }

  #command({ words, context }: Command, at: number): void {
    const [first, ...rest] = words.map(({ text }) => text);
    if (first === undefined) return;
    const isDeclaration = /^(?:export|readonly|declare|typeset|local)$/.test(first);
    if (/^(?:source|\.|eval)$/.test(first)) this.#isOpen = true;
    if (/^(?:read|getopts|mapfile|readarray|for|select|unset|printf)$/.test(first))
      for (const name of rest) this.#add(name, { at, value: undefined });
    const isAlone = withoutAssignments(words).length === 0;
    if (!isDeclaration && !isAlone) return;
    for (const text of isDeclaration ? rest : [first, ...rest]) {
      const [lead, name, sign] = assignment.exec(text) ?? [];
      if (lead === undefined || name === undefined) continue;
      const isCertain = sign === '=' && context.length === 0 && first !== 'local';
      this.#add(name, { at, value: isCertain ? text.slice(lead.length) : undefined });
    }
  }

  #add(name: string, given: Given): void {
    const others = this.#given.get(name);
    if (others) others.push(given);
    else this.#given.set(name, [given]);
  }

  isGiven(name: string): boolean {
    return this.#isOpen || this.#given.has(name);
  }

  /** The value that a variable has in the command of this number. */
  valueAt(name: string, at: number, depth = 3): string | undefined {
    const [given, ...others] = this.#given.get(name) ?? [];
    if (this.#isOpen || !given || others.length > 0 || given.at >= at || given.value === undefined)
      return undefined;
    if (!given.value.includes(open)) return given.value;
    if (depth === 0 || given.value.split(open).length > mostHoles) return undefined;
    let isKnown = true;
    const value = given.value.replace(holes, (_all, _quoted, inner: string) => {
      const found = this.valueAt(inner, given.at, depth - 1);
      if (found === undefined) isKnown = false;
      return found ?? '';
    });
    return isKnown && value.length < 10_000 ? value : undefined;
  }

  /** A word with what is known filled in; one that is cut at blanks where the shell runs stays a variable. */
  filled(word: MappedText, at: number): MappedText {
    if (!word.text.includes(open)) return word;
    return word.replaced(
      [...word.text.matchAll(holes)].map(({ 0: found, 1: quote, 2: name = '', index }) => {
        const value = this.valueAt(name, at);
        const isCut = value !== undefined && quote === '' && /[\s*?[]|^$/.test(value);
        const isKnown = value !== undefined && !isCut;
        return { from: index, to: index + found.length, text: isKnown ? value : found };
      }),
    );
  }
}
