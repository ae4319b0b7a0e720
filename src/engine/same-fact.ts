/** One fact, one finding: which findings the `supersedes` of another rule makes redundant at the same place. */
import type { Finding } from '../finding.ts';
import type { RuleRecord, RuleSource, Superseded } from '../rules/rule.ts';
import type { Source } from '../text/source/source.ts';

export type SupersedingRules = ReadonlyMap<string, readonly Superseded[]>;

export const supersedingIn = (rules: readonly RuleRecord[]): SupersedingRules =>
  new Map(rules.flatMap(({ id, supersedes }) => (supersedes ? [[id, supersedes] as const] : [])));

type SourceOf = (rule: string) => RuleSource;

/** The findings without those that another one at the same place supersedes. */
export function withoutSuperseded(
  found: readonly Finding[],
  superseding: SupersedingRules,
  sourceOf: SourceOf,
): readonly Finding[] {
  const strong = found.filter(({ rule }) => superseding.has(rule));
  if (strong.length === 0) return found;
  const places = new Map<Source, Map<number, Finding[]>>();
  for (const finding of strong) {
    const starts = places.get(finding.at.source) ?? new Map<number, Finding[]>();
    places.set(finding.at.source, starts);
    starts.set(finding.at.start, [...(starts.get(finding.at.start) ?? []), finding]);
  }
  return found.filter(({ rule, at }) => {
    const others = places.get(at.source)?.get(at.start) ?? [];
    return !others.some((other) => other.rule !== rule && names(superseding, other.rule, rule, sourceOf));
  });
}

const names = (superseding: SupersedingRules, other: string, rule: string, sourceOf: SourceOf): boolean =>
  superseding
    .get(other)
    ?.some((named) =>
      typeof named === 'string'
        ? named === rule
        : named.source === sourceOf(rule) && !named.except?.some((id) => id === rule),
    ) === true;
