/** Where each value of a merged configuration comes from, and what it replaced. */
import { findOption, inherits } from '../options/lookup.ts';
import type { ObjectValue, Value } from '../text/value.ts';
import type { Config } from './config.ts';
import { join } from './select.ts';

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
  const origins: Origin[] = [];
  collect(root, '', (path, value) => origins.push({ path, value, lost: lost.get(path) ?? [] }));
  return origins;
}

type Take = (path: string, value: Value) => void;

function collect(value: Value, path: string, take: Take): void {
  if (value.kind === 'object' && value.members.size > 0) {
    for (const { name, value: member } of value.members.values()) collect(member, join(path, name), take);
  } else if (value.kind === 'list' && value.items.length > 0) {
    for (const [i, item] of value.items.entries()) collect(item, `${path}[${i}]`, take);
  } else take(path, value);
}

/** Is the value at a path one that is shown to nobody? */
export function isSecret(path: string): boolean {
  const found = findOption(path);
  return found !== undefined && inherits.secret(found);
}
