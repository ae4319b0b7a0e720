/** Branches, loops and functions of a script: which of its commands may run together. */

export interface Step {
  readonly block: number;
  readonly branch: number;
}

/** The branches around a command, from the outside. */
export type Context = readonly Step[];

/** False for the branches of one condition. */
export const mayRunTogether = (a: Context, b: Context): boolean =>
  a.every(({ block, branch }) => b.every((other) => other.block !== block || other.branch === branch));

type Kind = 'if' | 'case' | 'loop' | 'function' | 'group';

interface Block extends Step {
  readonly kind: Kind;
}

const opening: ReadonlyMap<string, Kind> = new Map([
  ['if', 'if'],
  ['case', 'case'],
  ['for', 'loop'],
  ['while', 'loop'],
  ['until', 'loop'],
  ['select', 'loop'],
  ['{', 'group'],
]);

const closing: ReadonlyMap<string, readonly Kind[]> = new Map([
  ['fi', ['if']],
  ['esac', ['case']],
  ['done', ['loop']],
  ['}', ['group', 'function']],
]);

/** Followed by a command. */
const between = new Set(['then', 'do', 'elif', 'else', 'if', 'while', 'until', '{', '!']);

/** Deeper ones are not written by people. */
const deepest = 50;

export class Blocks {
  #open: Block[] = [];
  #count = 0;
  #isFunction = false;
  context: Context = [];

  /** The next `{` begins the body of a function. */
  function(): void {
    this.#isFunction = true;
  }

  /** Takes a word of the shell's own; whether a command follows it. */
  word(word: string): boolean {
    const kind = opening.get(word);
    if (kind) this.open(kind === 'group' && this.#isFunction ? 'function' : kind);
    else if (word === 'elif' || word === 'else') this.branch('if');
    else this.#close(closing.get(word));
    return between.has(word);
  }

  open(kind: Kind): void {
    this.#isFunction = false;
    if (this.#open.length >= deepest) return;
    this.#open.push({ kind, block: this.#count++, branch: 0 });
    this.#changed();
  }

  /** The next branch of the innermost block of this kind. */
  branch(kind: Kind): void {
    const at = this.#open.findLastIndex((block) => block.kind === kind);
    const block = this.#open[at];
    if (!block) return;
    this.#open = [...this.#open.slice(0, at), { ...block, branch: block.branch + 1 }];
    this.#changed();
  }

  #close(kinds: readonly Kind[] | undefined): void {
    if (!kinds) return;
    const at = this.#open.findLastIndex(({ kind }) => kinds.includes(kind));
    if (at < 0) return;
    this.#open.length = at;
    this.#changed();
  }

  /** The end of a subshell, whose parenthesis is none of a pattern. */
  closeGroup(): void {
    if (this.#open.at(-1)?.kind === 'group') this.#close(['group']);
  }

  get inCase(): boolean {
    return this.#open.at(-1)?.kind === 'case';
  }

  #changed(): void {
    this.context = this.#open
      .filter(({ kind }) => kind !== 'group')
      .map(({ block, branch }) => ({ block, branch }));
  }
}

/** Words that the shell takes itself where a command begins. */
export const isOwnWord = (word: string): boolean =>
  opening.has(word) || closing.has(word) || between.has(word);
