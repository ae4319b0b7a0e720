/** Values of one file that a later file of the same agent replaces with others. */
import type { Config } from '../../model/config.ts';
import { findOption, inherits } from '../../options/lookup.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import { toPlain, type Value } from '../../text/tree/value.ts';
import { isPlaceholder } from './predicates.ts';

export interface Overridden {
  readonly path: string;
  readonly lost: Span;
  readonly kept: Span;
  /** The value that was lost, unless it is a secret. */
  readonly shown: string | undefined;
}

/** The same value written twice replaces nothing, and of a placeholder it is not known what it will be. */
export function overriddenBy(config: Config, wanted: (path: string) => boolean): readonly Overridden[] {
  return config.overrides.flatMap(({ path, lost, kept }) => {
    if (!wanted(path) || lost.source === kept.source || isSame(path, lost, kept)) return [];
    if ([lost, kept].some((value) => value.kind === 'string' && isPlaceholder(value.value))) return [];
    const found = findOption(path);
    const secret = found !== undefined && inherits.secret(found);
    return {
      path,
      lost: spanOf(lost),
      kept: spanOf(kept),
      shown: secret ? undefined : JSON.stringify(toPlain(lost)),
    };
  });
}

function isSame(path: string, a: Value, b: Value): boolean {
  const [first, second] = [JSON.stringify(toPlain(a)), JSON.stringify(toPlain(b))];
  // Consul lower-cases the names of datacenters.
  return path === 'datacenter' ? first.toLowerCase() === second.toLowerCase() : first === second;
}
