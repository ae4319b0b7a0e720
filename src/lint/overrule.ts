/** Findings that say less than another one about the same place. */
import type { Finding } from '../finding.ts';
import type { Span } from '../text/source.ts';
import { findRule } from './registry.ts';

/** Without those that a rule with `overrules` makes needless. */
export function withoutOverruled(said: readonly Finding[]): readonly Finding[] {
  const ruling = said.flatMap(({ rule, at }) => {
    const overrules = findRule(rule)?.overrules;
    return overrules ? [{ at, overrules }] : [];
  });
  if (ruling.length === 0) return said;
  return said.filter(({ rule, at }) =>
    ruling.every(
      (other) => !isSamePlace(other.at, at) || !other.overrules.some((named) => isNamed(rule, named)),
    ),
  );
}

const isSamePlace = (a: Span, b: Span): boolean => a.source === b.source && a.start === b.start;

/** By its id, or by its group as `agent/*`. */
const isNamed = (rule: string, named: string): boolean =>
  named.endsWith('/*') ? rule.startsWith(named.slice(0, -1)) : rule === named;
