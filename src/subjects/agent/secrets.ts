/** Keys and tokens that a file holds in the clear. */

import type { ConfigFile } from '../../model/load/file.ts';
import { containsSecret } from '../../options/contains.ts';
import { markedPlaceholder, namesItsContent } from '../../text/placeholder.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import { memo } from '../../util/memo.ts';
import { collectSetOptionsWhere } from './set-options.ts';

export interface Secret {
  readonly path: string;
  readonly at: Span;
}

/** Placeholders and empty values are not secrets. */
export const secretsIn = memo(({ value: root }: ConfigFile): readonly Secret[] => {
  const found: Secret[] = [];
  if (!root) return found;
  for (const { path, option, value } of collectSetOptionsWhere(root, containsSecret).scalars) {
    if (!option.secret || value.kind !== 'string' || value.value === '') continue;
    if (markedPlaceholder(value.value) !== undefined || namesItsContent(value.value)) continue;
    found.push({ path, at: spanOf(value) });
  }
  return found;
});
