/** One changed option, as text. */
import type { PlainChange } from '../../index.ts';
import type { UnitChange } from '../../node.ts';
import { visibleLine } from '../../util/visible.ts';

/** Longer values are cut. */
const longest = 120;

export function changeText({ path, before, after, effort, reason }: PlainChange): string {
  const shown = (value: unknown): string => (value === undefined ? '(not set)' : cut(JSON.stringify(value)));
  return `${effort.padEnd(8)}${visibleLine(path)}\n  ${shown(before)} → ${shown(after)}\n  ${reason}\n`;
}

/** systemd reads a changed unit at `daemon-reload`, and the agent runs by it from its next start on. */
export function unitText({ directive, before, after }: UnitChange): string {
  const shown = (value: string | undefined): string =>
    value === undefined ? '(not set)' : cut(JSON.stringify(value));
  return `restart ${visibleLine(directive)} of the unit\n  ${shown(before)} → ${shown(after)}\n  it is in force from the next start on, after \`systemctl daemon-reload\`\n`;
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
