/** Reading a merged configuration: values as written, or as the agent resolves them. */
import type { Span } from '../text/source/source.ts';
import type { ObjectValue, Value } from '../text/tree/value.ts';
import type { Override } from './resolve/merge.ts';

/** Paths are dotted, list items in brackets: `ports.http`, `services[2].checks[0].interval`. */
export interface Config {
  /** The value as written (after merging); undefined where no file sets it. Old keys stay where they are. */
  get(path: string): Value | undefined;
  /** The value that the agent uses, old keys folded; undefined where only a default is left. */
  value(path: string): Value | undefined;
  /** As the agent resolves it: old keys folded, the default of the version and role where it is not written. */
  string(path: string): string | undefined;
  number(path: string): number | undefined;
  bool(path: string): boolean | undefined;
  strings(path: string): readonly string[];
  /** Where it is written; else the nearest enclosing thing that is; else the start of the first file. */
  at(path: string): Span;
  /** All files merged, keys as written; `check` and `service` are elements of `checks` and `services`. */
  readonly written: ObjectValue;
  /** The same in new keys only, without defaults: what the agent's checks look at. */
  readonly resolved: ObjectValue;
  /** What a later file replaced, in the order of the files. */
  readonly overrides: readonly Override[];
}
