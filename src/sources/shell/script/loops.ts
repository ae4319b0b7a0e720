/** Loops over words of the script: what a command in one starts is started once for each of them. */
import type { MappedText } from '../../../text/source/mapped-text.ts';
import type { Context } from './blocks.ts';
import { holes, open } from './expansions.ts';

interface Loop {
  readonly variable: string;
  readonly items: readonly string[];
}

/** A loop of more is looked at as one run. */
const mostItems = 9;

export class Loops {
  readonly #byBlock = new Map<number, Loop>();

  /** Takes `for NAME in …`, whose own context ends with its block. */
  add(words: readonly MappedText[], context: Context): void {
    const [first, name, second, ...rest] = words;
    const block = context.at(-1)?.block;
    if (first?.text !== 'for' || second?.text !== 'in' || !name || block === undefined) return;
    const items = rest.map(itemsOf);
    const all = items.every((one) => one !== undefined) ? items.flat() : [];
    if (all.length > 0 && all.length <= mostItems)
      this.#byBlock.set(block, { variable: name.text, items: all });
  }

  /** The runs of a command in the innermost loop whose words are known; itself where there is none. */
  runs(words: readonly MappedText[], context: Context): readonly Run[] {
    const at = context.findLastIndex(({ block }) => this.#byBlock.has(block));
    const loop = this.#byBlock.get(context[at]?.block ?? -1);
    if (!loop) return [{ words, context }];
    const rest = context.filter((_, i) => i !== at);
    return loop.items.map((item) => ({
      words: words.map((word) => withValue(word, loop.variable, item)),
      context: rest,
    }));
  }
}

interface Run {
  readonly words: readonly MappedText[];
  readonly context: Context;
}

/** One word, `{1..3}` or `$(seq 3)`; undefined for what only the running script knows. */
function itemsOf(word: MappedText): readonly string[] | undefined {
  const { text } = word;
  const { source, start, end } = word.at;
  const written = source.text.slice(start, end);
  const [, from, to] =
    /^\{(\d{1,3})\.\.(\d{1,3})\}$/.exec(text) ??
    /^(?:\$\(|`)seq (?:(\d{1,3}) )?(\d{1,3})(?:\)|`)$/.exec(written) ??
    [];
  if (to !== undefined) {
    const first = Number(from ?? 1);
    const count = Number(to) - first + 1;
    return count > 0 && count <= mostItems
      ? Array.from({ length: count }, (_, i) => `${first + i}`)
      : undefined;
  }
  return text.includes(open) || /[*?[{]/.test(text) ? undefined : [text];
}

/** Other variables stay. */
function withValue(word: MappedText, variable: string, item: string): MappedText {
  if (!word.text.includes(open)) return word;
  return word.replaced(
    [...word.text.matchAll(holes)]
      .filter(([, , name]) => name === variable)
      .map(({ 0: found, index }) => ({ from: index, to: index + found.length, text: item })),
  );
}
