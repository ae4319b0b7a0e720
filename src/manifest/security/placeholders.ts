/** `{node}` and its like in paths and references: one line of a manifest is then right for every node. */
import type { StringValue } from '../../text/tree/value.ts';
import { isReference, type Reference } from '../references.ts';

export interface Facts {
  readonly node: string;
  readonly datacenter: string;
  readonly role: string;
  readonly domain: string;
}

/** What is no placeholder stays as it is. */
export function fillPlaceholders(text: string, facts: Facts): string {
  return text.replace(/\{(node|datacenter|role|domain)\}/g, (_, name: keyof Facts) => facts[name]);
}

/** A reference with its placeholders filled; a secret that stands there as it is, is none. */
export function fillToken(value: StringValue, facts: Facts): StringValue {
  if (!isReference(value)) return value;
  return { ...value, reference: fillReference(value.reference, facts) } as StringValue;
}

function fillReference(reference: Reference, facts: Facts): Reference {
  switch (reference.kind) {
    case 'env':
      return { ...reference, name: fillPlaceholders(reference.name, facts) };
    case 'command':
      return { ...reference, argv: reference.argv.map((word) => fillPlaceholders(word, facts)) };
    default:
      return { ...reference, path: fillPlaceholders(reference.path, facts) };
  }
}
