/** Keys and tokens that a file holds in the clear. */
import type { ConfigFile } from '../model/file.ts';
import type { Span } from '../text/source.ts';
import { writtenIn } from './written.ts';

export interface Secret {
  readonly path: string;
  readonly at: Span;
}

/** Placeholders and empty values are no secrets. */
export function secretsIn(file: ConfigFile): readonly Secret[] {
  const found: Secret[] = [];
  if (!file.value) return found;
  for (const { path, option, value } of writtenIn(file.value).scalars) {
    if (!option.secret || value.kind !== 'string' || value.value === '' || /[<${]|__/.test(value.value))
      continue;
    found.push({ path, at: { source: value.source, start: value.start, end: value.end } });
  }
  return found;
}
