/** One changed option, for people and for programs. */
import type { Change } from '../../model/change/compare.ts';
import { withoutSecrets } from '../../model/secret.ts';
import type { Value } from '../../text/value.ts';
import { visibleLine } from '../../text/visible.ts';

/** Longer values are told by their ends only. */
const longest = 120;

export function changeText({ path, before, after, effort, reason }: Change): string {
  const shown = (value: Value | undefined): string =>
    value ? cut(JSON.stringify(withoutSecrets(value, path))) : '(not set)';
  return `${effort.padEnd(8)}${visibleLine(path)}\n  ${shown(before)} → ${shown(after)}\n  ${reason}\n`;
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

export const changeJson = ({ path, before, after, effort, reason }: Change): object => ({
  path,
  effort,
  reason,
  ...(before && { before: withoutSecrets(before, path) }),
  ...(after && { after: withoutSecrets(after, path) }),
});
