/** One changed option, as text. */
import type { Change } from '../../model/change/compare.ts';
import { visibleLine } from '../../text/source/visible.ts';
import { toPlain, type Value } from '../../text/tree/value.ts';

/** Longer values are cut. */
const longest = 120;

export function changeText({ path, before, after, effort, reason }: Change): string {
  const shown = (value: Value | undefined): string =>
    value ? cut(JSON.stringify(toPlain(value))) : '(not set)';
  return `${effort.padEnd(8)}${visibleLine(path)}\n  ${shown(before)} → ${shown(after)}\n  ${reason}\n`;
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
