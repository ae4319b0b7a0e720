/** Scripts that Terraform renders: what it fills in is not known, and each side of a condition is read. */

import type { MappedText } from '../../text/source/mapped-text.ts';
import type { StartedAgent } from '../source.ts';
import { holeOf, nameless } from './script/expansions.ts';

/** The side of all conditions; one without `else` stays on both. */
export type Branch = 'first' | 'else';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Part extends Stretch {
  readonly text: string;
}

const mark = /\$\$\{|%%\{|\$\{(?:[^{}]|\{[^{}]{0,100}\}){0,500}\}|%\{~?\s*(\w+)[^}\n]{0,500}\}/g;

interface Sides {
  /** The marks themselves. */
  readonly directives: readonly Part[];
  readonly first: readonly Stretch[];
  readonly other: readonly Stretch[];
}

/** With the rest of its line where nothing else is in it, and with all white space behind `~}`. */
function endOf(text: string, from: number, to: number): number {
  const isFirst = /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, from - 200), from));
  const rest = text[to - 2] === '~' ? /\s*/y : isFirst ? /(?:[ \t]*\r?\n)?/y : /(?:)/y;
  rest.lastIndex = to;
  return to + (rest.exec(text)?.[0].length ?? 0);
}

/** What lies before and behind the `else` of each condition. */
function sidesOf(text: string): Sides {
  const directives: Part[] = [];
  const first: Stretch[] = [];
  const other: Stretch[] = [];
  const open: { start: number; middle: Stretch | undefined }[] = [];
  for (const { 0: found, 1: word, index } of text.matchAll(mark)) {
    if (word === undefined) continue;
    const to = endOf(text, index, index + found.length);
    directives.push({ from: index, to, text: '' });
    if (word === 'if' || word === 'for') open.push({ start: to, middle: undefined });
    const last = open.at(-1);
    if (word === 'else' && last) last.middle = { from: index, to };
    if (!word.startsWith('end')) continue;
    const ended = open.pop();
    if (!ended?.middle) continue;
    first.push({ from: ended.start, to: ended.middle.from });
    other.push({ from: ended.middle.to, to: index });
  }
  return { directives, first, other };
}

/** `${…}` is filled in by Terraform, `$${` and `%%{` are texts. */
export function fromTerraform(written: MappedText, branch: Branch): MappedText {
  const { text } = written;
  const { directives, first, other } = sidesOf(text);
  const dropped = branch === 'first' ? other : first;
  const marks = [...text.matchAll(mark)]
    .filter(([, word]) => word === undefined)
    .map(({ 0: found, index }) => ({
      from: index,
      to: index + found.length,
      text: found === '$${' ? '${' : found === '%%{' ? '%{' : holeOf(nameless, true),
    }));
  const parts = [...marks, ...directives, ...dropped.map((one) => ({ ...one, text: '' }))];
  return written.replaced(withoutInner(parts));
}

/** In order, those that lie within another one off. */
function withoutInner(parts: readonly Part[]): readonly Part[] {
  let end = 0;
  return [...parts]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((part) => {
      if (part.from < end) return false;
      end = part.to;
      return true;
    });
}

/** Whether a text has two sides at all. */
export const hasElse = (text: string): boolean => /%\{~?\s*else\b/.test(text);

/** What an agent is made of: two with the same are one. */
export const makeOf = ({ at, words = [], mounts }: StartedAgent): string =>
  JSON.stringify([
    at.start,
    words.map(({ text }) => text),
    mounts.map(({ target, content }) => [target, content.kind === 'text' ? content.text.text : content.kind]),
  ]);
