/** What an agent runs with, option by option, so that two states of its files can be compared. */

import type { Agent } from '../model/agent.ts';
import type { Value } from '../text/tree/value.ts';
import { memo } from '../util/memo.ts';
import { memberPath } from '../util/text.ts';

/** `path → value` of every option that is written, old keys in their new form. */
export const effective = memo(({ config }: Agent): ReadonlyMap<string, string> => leavesOf(config.resolved));

/** Keeps its own stack, since free-form values may nest to any depth. */
function leavesOf(root: Value): Map<string, string> {
  const leaves = new Map<string, string>();
  const tasks: { readonly value: Value; readonly path: string }[] = [{ value: root, path: '' }];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const { value, path } = task;
    if (value.kind === 'object') {
      for (const member of value.members.values())
        tasks.push({ value: member.value, path: memberPath(path, member.name) });
    } else if (value.kind === 'list' && value.items.some(isContainer)) {
      for (const [i, item] of value.items.entries()) tasks.push({ value: item, path: `${path}[${i}]` });
    } else leaves.set(path, textOf(value, path));
  }
  return leaves;
}

const isContainer = ({ kind }: Value): boolean => kind === 'object' || kind === 'list';

function textOf(value: Value, path: string): string {
  if (value.kind !== 'list') return plainText(value);
  const items = value.items.map(plainText);
  // A join list without its repetitions joins the same.
  return `[${(path === 'retry_join' ? [...new Set(items)] : items).join()}]`;
}

function plainText(value: Value): string {
  if (value.kind === 'string') return JSON.stringify(value.value);
  return value.kind === 'number' || value.kind === 'bool' ? String(value.value) : value.kind;
}

/** Options whose values differ: `lost` and changed ones, and those that only `after` has. */
export function difference(
  before: Agent,
  after: Agent,
): { changed: readonly string[]; added: readonly string[] } {
  const old = effective(before);
  const now = effective(after);
  return {
    changed: [...old].flatMap(([path, value]) => (now.get(path) === value ? [] : [path])),
    added: [...now.keys()].filter((path) => !old.has(path)),
  };
}
