/**
 * What is known of a rule beside its findings, for `explain` and for reports that carry it. Loads every rule, so it is
 * loaded only where somebody asks.
 */
import type { Severity } from '../finding.ts';
import { findRule } from '../lint/registry.ts';
import { settingsRules } from '../lint/settings/rules.ts';
import { manifestRules, manifestWarnings } from '../manifest/rules.ts';
import { agentChecks } from '../model/check/all.ts';
import type { Check } from '../model/check/check.ts';
import { entryChecks } from '../model/check/entries/all.ts';
import { pathRules } from '../model/read-agent.ts';
import type { RuleInfo } from '../report/report.ts';
import { initRules } from './init/rules.ts';

/** A rule that is no lint rule: a check of the agent, or one about the program's own files. */
export interface PlainRule {
  readonly id: string;
  readonly severity: Severity;
  readonly docs: string;
  readonly options: readonly string[];
  /** The first release with the condition, and the first without it again. */
  readonly since?: string;
  readonly before?: string;
}

export const plainRules: readonly PlainRule[] = [
  ...sameNamed([...agentChecks, ...entryChecks]),
  ...Object.entries({ ...pathRules, ...settingsRules, ...initRules }).map(([id, rule]) => ({
    id,
    options: [],
    ...rule,
  })),
  ...Object.entries(manifestRules).map(([id, docs]) => ({
    id,
    severity: manifestWarnings.has(id) ? ('warning' as const) : ('error' as const),
    options: [],
    docs,
  })),
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Checks that share an id are one rule to a reader. */
function sameNamed(checks: readonly Check[]): PlainRule[] {
  const byId = new Map<string, PlainRule>();
  for (const { id, severity, docs, options, since, before } of checks) {
    const first = byId.get(id);
    byId.set(id, {
      id,
      severity: first?.severity ?? severity,
      docs: first && !first.docs.includes(docs) ? `${first.docs} ${docs}` : (first?.docs ?? docs),
      options: [...new Set([...(first?.options ?? []), ...options])],
      ...(!first && since !== undefined && { since }),
      ...(!first && before !== undefined && { before }),
    });
  }
  return [...byId.values()];
}

const byId = new Map(plainRules.map((rule) => [rule.id, rule]));

export const findPlainRule = (id: string): PlainRule | undefined => byId.get(id);

/** `since 1.17`, `before 1.20`; undefined where every release has the condition. */
export function releasesOf({ since, before }: PlainRule): string | undefined {
  const parts = [since && `since ${since}`, before && `before ${before}`].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

export function describe(id: string): RuleInfo | undefined {
  const plain = findPlainRule(id);
  if (plain) return { summary: plain.docs, rationale: plain.docs, severity: plain.severity };
  const rule = findRule(id);
  return rule && { summary: rule.docs.summary, rationale: rule.docs.rationale, severity: rule.severity };
}
