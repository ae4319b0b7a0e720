/** `extraConfig`: a text of JSON in which the chart evaluates `{{ }}` and puts in addresses. */

import { withQuotedHoles } from '../../text/holes/bare.ts';
import { mark, textInFile } from '../../text/source/embedded.ts';
import type { MappedText } from '../../text/source/mapped-text.ts';
import type { Value } from '../../text/tree/value.ts';
import { scalarText } from '../../text/yaml/scalar-text.ts';
import type { Mount } from '../source.ts';
import { placeOf, valueAt } from './values.ts';

export function extraConfig(values: Value, role: 'server' | 'client'): readonly Mount[] {
  const value = valueAt(values, `${role}.extraConfig`);
  if (!value || value.kind === 'null') return [];
  const target = '/consul/config/extra-from-values.json';
  const at = placeOf(value);
  const text = value.kind === 'string' ? filledIn(textInFile(scalarText(value))) : undefined;
  if (text && /^\s*$/.test(text.text)) return [];
  return [{ target, at, content: text ? { kind: 'text', text } : { kind: 'unknown' } }];
}

/** Undefined where its statements decide what is there. */
function filledIn(text: MappedText): MappedText | undefined {
  if (/\{\{-?\s*(?:if|else|end|range|with|include|template|define)\b|%\{/.test(text.text)) return undefined;
  const parts = [...text.text.matchAll(/\{\{[^{}]*\}\}|\b(?:HOST_IP|POD_IP|HOSTNAME)\b/g)].map(
    ({ 0: found, index }) => ({ from: index, to: index + found.length, text: mark }),
  );
  return withQuotedHoles(text.replaced(parts), mark);
}
