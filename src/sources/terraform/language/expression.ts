/** The parts of Terraform's language that are read: blocks, and expressions as far as they are literal. */
import type { MappedText } from '../../../text/source/mapped-text.ts';
import type { Span } from '../../../text/source/source.ts';

export type Expression =
  /** A text, number or boolean; what Terraform fills in is a variable in braces. */
  | { readonly kind: 'text'; readonly text: MappedText; readonly isQuoted: boolean; readonly at: Span }
  /** A text that ends with what a call gives. */
  | { readonly kind: 'joined'; readonly lead: MappedText; readonly rest: Expression; readonly at: Span }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly at: Span }
  | { readonly kind: 'object'; readonly entries: readonly Entry[]; readonly at: Span }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Expression[]; readonly at: Span }
  | { readonly kind: 'reference'; readonly path: string; readonly at: Span }
  | { readonly kind: 'unknown'; readonly at: Span };

export interface Entry {
  readonly name: string;
  /** As it is written, without quotes; undefined where it is not known. */
  readonly key: MappedText | undefined;
  readonly value: Expression;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly at: Span;
  readonly entries: readonly Entry[];
  readonly blocks: readonly Block[];
}

/** What Terraform fills in, as units and scripts write what is not known. */
export const filledIn = '$' + '{TERRAFORM}';

export const entryOf = (block: Block, name: string): Expression | undefined =>
  block.entries.find((entry) => entry.name === name)?.value;

export const textOf = (value: Expression | undefined): string | undefined =>
  value?.kind === 'text' ? value.text.text : undefined;
