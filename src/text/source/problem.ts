/** What is wrong with a text, as data. The model room makes findings of these. */
import type { TextEdit } from './edit.ts';
import type { Span } from './source.ts';

export type ProblemCode =
  /** Consul cannot read it. */
  | 'syntax/invalid'
  /** Text of a template, which Consul cannot read as it is. */
  | 'option/placeholder'
  /** Consul reads the file, without what is here. */
  | 'syntax/silently-dropped'
  /** A `.hcl` that starts with `{`. */
  | 'syntax/json-in-hcl'
  /** One key several times: the last one wins, or the values are merged. */
  | 'syntax/duplicate-key'
  /** Comments, trailing commas, a byte order mark in strict JSON. */
  | 'syntax/json-dialect';

export interface Problem {
  readonly code: ProblemCode;
  /** What is wrong, why it matters, what to write. Never the content of a string, which may be a secret. */
  readonly message: string;
  readonly at: Span;
  /** As `Fix` of finding.ts. */
  readonly fix?: { readonly title: string; readonly safe: boolean; readonly edits: readonly TextEdit[] };
  readonly related?: readonly { readonly at: Span; readonly message: string }[];
}

/** Why Consul refuses a text, in its own words: the one error that it would report. */
export interface Refusal {
  /** What the parser says, its position included where it prints one. */
  readonly text: string;
  /** As Consul counts; absent where it gives no position. May lie behind the last character. */
  readonly line?: number;
  readonly column?: number;
  /** The process dies instead of reporting. */
  readonly panic: boolean;
  readonly at: Span;
}
