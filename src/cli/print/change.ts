/** One changed option, as text. */
import type { PlainChange } from '../../index.ts';
import { visibleLine } from '../../util/visible.ts';

/** Longer values are cut. */
const longest = 120;

export function changeText({ path, before, after, effort, reason }: PlainChange): string {
  const shown = (value: unknown): string => (value === undefined ? '(not set)' : cut(JSON.stringify(value)));
  return `${effort.padEnd(8)}${visibleLine(path)}\n  ${shown(before)} → ${shown(after)}\n  ${reason}\n`;
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
