/** Reading a merged configuration: values as written, or as the agent resolves them. */
import type { Span } from '../text/source.ts';
import type { Value } from '../text/value.ts';

/** Paths are dotted, list items in brackets: `ports.http`, `services[2].checks[0].interval`. */
export interface Config {
  /** The value as written (after merging); undefined where no file sets it. */
  get(path: string): Value | undefined;
  /** As the agent resolves it: the default of the version and role where it is not written. */
  string(path: string): string | undefined;
  number(path: string): number | undefined;
  bool(path: string): boolean | undefined;
  strings(path: string): readonly string[];
  /** Where it is written; else the nearest enclosing thing that is; else the start of the first file. */
  at(path: string): Span;
}
