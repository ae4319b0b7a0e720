/** The simple commands of a shell script, as far as they can be known without running it. */
import type { MappedText } from '../../../text/source/mapped-text.ts';
import { Blocks, type Context, isOwnWord } from './blocks.ts';
import { type Heredoc, heredocAt } from './heredoc.ts';
import { placeholderAt, Words } from './words.ts';

export interface Command {
  readonly words: readonly MappedText[];
  /** The files that its output goes to. */
  readonly outputs: readonly Output[];
  /** The text that it is given. */
  readonly heredoc: MappedText | undefined;
  /** Its output is the input of this one. */
  readonly input: Command | undefined;
  /** The commands in the parentheses or braces that end here. */
  readonly inner: readonly Command[];
  readonly context: Context;
}

export interface Output {
  readonly target: MappedText;
  readonly isAppended: boolean;
}

const redirection = /(?:&>>?|\d*(?:<<<|<<-?|<>|>>|>\||>&|<&|>|<))(?!\()/y;
const separator = /;;&?|;&|&&|\|\||\|&|[;&|\n]/y;
const blank = /(?:[ \t\r]|\\\r?\n)+/y;
const comment = /#[^\n]*/y;

/** Longer scripts are not written by people. */
const mostCommands = 5000;

/** Larger groups are not those that write a file. */
const mostInGroup = 50;

interface Draft {
  words: MappedText[];
  outputs: Output[];
  heredoc: MappedText | undefined;
  input: Command | undefined;
  inner: readonly Command[];
  context: Context;
}

export const commandsOf = (script: MappedText): readonly Command[] => new Parser(script).run();

class Parser {
  readonly #script: MappedText;
  readonly #text: string;
  readonly #words: Words;
  readonly #blocks = new Blocks();
  readonly #commands: Command[] = [];
  #pending: (Heredoc & { readonly command: Draft })[] = [];
  #at = 0;
  #draft: Draft | undefined;
  #input: Command | undefined;
  readonly #groups: number[] = [];
  #group: readonly Command[] = [];
  /** A `case` waits for its `in`, or for a pattern. */
  #case: 'word' | 'pattern' | undefined;

  constructor(script: MappedText) {
    this.#script = script;
    this.#text = script.text;
    this.#words = new Words(script);
  }

  run(): readonly Command[] {
    while (this.#at < this.#text.length && this.#commands.length < mostCommands) this.#step();
    this.#end();
    return this.#commands;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #step(): void {
    if (this.#match(blank) !== undefined || this.#match(comment) !== undefined) return;
    if (this.#case === 'pattern' && this.#text[this.#at] !== '\n') this.#pattern();
    else this.#part();
  }

  #part(): void {
    const redirected =
      placeholderAt(this.#text, this.#at) === undefined ? this.#match(redirection) : undefined;
    const separated = redirected === undefined ? this.#match(separator) : undefined;
    const char = this.#text[this.#at]!;
    if (redirected !== undefined) this.#redirect(redirected);
    else if (separated !== undefined) this.#separate(separated);
    else if (char === '(' || char === ')') this.#parenthesis(char);
    else this.#word();
  }

  #current(): Draft {
    this.#draft ??= {
      words: [],
      outputs: [],
      heredoc: undefined,
      input: this.#input,
      inner: this.#group,
      context: this.#blocks.context,
    };
    return this.#draft;
  }

  #end(): Command | undefined {
    const draft = this.#draft;
    this.#draft = undefined;
    this.#input = undefined;
    this.#group = [];
    if (!draft) return undefined;
    this.#commands.push(draft);
    return draft;
  }

  #separate(text: string): void {
    if (this.#group.length > 0) this.#current();
    const command = this.#end();
    if (text === '|' || text === '|&') this.#input = command;
    if (text.startsWith(';;') || text === ';&') {
      this.#blocks.branch('case');
      if (this.#blocks.inCase) this.#case = 'pattern';
    }
    if (text === '\n') this.#bodies();
  }

  #word(): void {
    const found = this.#words.at(this.#at);
    if (!found) {
      this.#at++;
      return;
    }
    this.#at = found.end;
    const { text } = found.text;
    const isFirst = !this.#draft || this.#draft.words.length === 0;
    if (this.#case === 'word' && found.isPlain && text === 'in') {
      this.#case = 'pattern';
      this.#draft = undefined;
    } else if (isFirst && found.isPlain && isOwnWord(text)) {
      if (text === 'case') this.#case = 'word';
      if (text === '{') this.#groups.push(this.#commands.length);
      if (text === '}') this.#closed();
      if (this.#blocks.word(text)) this.#draft = undefined;
      else this.#current().words.push(found.text);
    } else if (isFirst && found.isPlain && text === 'function') this.#blocks.function();
    else this.#current().words.push(found.text);
  }

  /** Up to the parenthesis behind it. */
  #pattern(): void {
    const end = /^(?:esac)(?![\w-])/.test(this.#text.slice(this.#at, this.#at + 5));
    this.#case = undefined;
    if (end) return;
    const closed = this.#text.indexOf(')', this.#at + 1);
    this.#at = closed < 0 ? this.#text.length : closed + 1;
  }

  #parenthesis(char: string): void {
    const last = this.#draft?.words.at(-1);
    const behind = this.#text[this.#at - 1];
    this.#at++;
    if (char === ')') {
      this.#end();
      this.#blocks.closeGroup();
      this.#closed();
    } else if (
      last &&
      this.#draft?.words.length === 1 &&
      /^[ \t]*\)/.test(this.#text.slice(this.#at, this.#at + 20))
    ) {
      // `name ()`
      this.#at = this.#text.indexOf(')', this.#at) + 1;
      this.#draft = undefined;
      this.#blocks.function();
    } else if (last && behind === '=') this.#array();
    else if (!last) {
      this.#end();
      this.#blocks.open('group');
      this.#groups.push(this.#commands.length);
    }
  }

  /** What a group prints goes where the words behind it say. */
  #closed(): void {
    const from = this.#groups.pop();
    if (from !== undefined) this.#group = this.#commands.slice(from, from + mostInGroup);
  }

  /** `NAME=(…)`: no value of one word. */
  #array(): void {
    const end = this.#text.indexOf(')', this.#at);
    this.#at = end < 0 ? this.#text.length : end + 1;
  }

  #redirect(operator: string): void {
    this.#match(blank);
    const word = this.#words.at(this.#at);
    if (!word) return;
    const start = this.#at;
    this.#at = word.end;
    const kind = operator.replace(/^\d+/, '');
    const command = this.#current();
    if (kind === '<<' || kind === '<<-')
      this.#pending.push({
        delimiter: word.text.text,
        isQuoted: /['"\\]/.test(this.#text.slice(start, word.end)),
        isIndented: kind === '<<-',
        command,
      });
    else if (kind === '<<<') command.heredoc = word.text;
    else if (/^(?:>>?|>\||&>>?)$/.test(kind) && !/^2/.test(operator))
      command.outputs.push({ target: word.text, isAppended: kind.endsWith('>>') });
  }

  #bodies(): void {
    for (const { command, ...heredoc } of this.#pending) {
      const { body, end } = heredocAt(this.#script, this.#words, this.#at, heredoc);
      command.heredoc = body;
      this.#at = end;
    }
    this.#pending = [];
  }
}
