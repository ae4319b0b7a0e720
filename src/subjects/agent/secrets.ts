/** Keys and tokens that a file holds in the clear. */
import type { ConfigFile } from '../../model/load/file.ts';
import { holdsSecret } from '../../options/holding.ts';
import type { Span } from '../../text/source/source.ts';
import { writtenOf } from './set-options.ts';

export interface Secret {
  readonly path: string;
  readonly at: Span;
}

/** Placeholders and empty values are no secrets. */
export function secretsIn(file: ConfigFile): readonly Secret[] {
  const found = known.get(file) ?? findSecrets(file);
  known.set(file, found);
  return found;
}

const known = new WeakMap<ConfigFile, readonly Secret[]>();

function findSecrets({ value: root }: ConfigFile): readonly Secret[] {
  const found: Secret[] = [];
  if (!root) return found;
  for (const { path, option, value } of writtenOf(root, holdsSecret).scalars) {
    if (!option.secret || value.kind !== 'string' || value.value === '' || /[<${]|__/.test(value.value))
      continue;
    found.push({ path, at: { source: value.source, start: value.start, end: value.end } });
  }
  return found;
}
