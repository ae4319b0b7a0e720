/** Where each value of a merged configuration comes from, and what it replaced. */
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';
import type { Config } from '../config.ts';

/** A value that holds no others, or an empty list or object. */
export interface Origin {
  readonly path: string;
  readonly value: Value;
  /** Values of earlier files, oldest first. */
  readonly lost: readonly Value[];
}

/** The values of `root`, which is the configuration of `config`, with or without defaults. */
export function originsIn(root: ObjectValue, config: Config): readonly Origin[] {
  const lost = new Map<string, Value[]>();
  for (const override of config.overrides) {
    const values = lost.get(override.path) ?? [];
    values.push(override.lost);
    lost.set(override.path, values);
  }
  return leavesOf(root).map(([path, value]) => ({ path, value, lost: lost.get(path) ?? [] }));
}

type PathValue = readonly [path: string, value: Value];

/** In the order of the configuration; without recursion, since values may be deep. */
function leavesOf(root: Value): readonly PathValue[] {
  const leaves: PathValue[] = [];
  const waiting: PathValue[] = [['', root]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const inner = partsOf(next);
    if (inner.length === 0) leaves.push(next);
    else for (const next of inner.reverse()) waiting.push(next);
  }
  return leaves;
}

function partsOf([path, value]: PathValue): PathValue[] {
  if (value.kind === 'list') return value.items.map((item, i) => [`${path}[${i}]`, item]);
  if (value.kind !== 'object') return [];
  return [...value.members.values()].map(({ name, value: member }) => [memberPath(path, name), member]);
}
