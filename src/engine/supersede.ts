/** One fact, one finding: drops findings that a rule with `supersedes` makes redundant. */
import type { Finding } from '../finding.ts';
import type { RuleId } from '../rule-ids.ts';
import { consulRules } from '../rules/catalog.ts';
import { lintRules } from '../rules/generated/lint-rules.ts';
import type { AgentRule, RuleSource } from '../rules/rule.ts';
import { flagsOf, isFragment, isMistyped } from '../subjects/agent/predicates.ts';
import type { Node } from '../subjects/subjects.ts';
import { runAgentRules } from './agent-rules.ts';
import { supersedingIn, withoutSuperseded as withoutSupersededBy } from './same-fact.ts';

const superseding = supersedingIn([...consulRules, ...lintRules]);

/** The rules that supersede a rule of the agent by its id. */
const supersededBy = new Map<string, RuleId[]>();
for (const rule of lintRules) {
  for (const other of rule.supersedes ?? []) {
    if (typeof other === 'string') supersededBy.set(other, [...(supersededBy.get(other) ?? []), rule.id]);
  }
}

const sourceOf = new Map<string, RuleSource>(lintRules.map(({ id, source }) => [id, source]));

/** The findings without those that another one at the same place supersedes. */
export const withoutSuperseded = (found: readonly Finding[]): readonly Finding[] =>
  withoutSupersededBy(found, superseding, (rule) => sourceOf.get(rule) ?? 'consul');

/**
 * What `consul validate` would report of the node, as far as no lint rule has reported it better: with the reason, a fix,
 * or regard for parts of a configuration.
 * @param found what the lint rules have found in the node
 * @param isOff rules that are turned off, and with them those that they supersede
 * @returns errors and warnings; that a verdict depends on the host is left to `validate`
 */
export function consulFindings(
  node: Node,
  rules: readonly AgentRule[],
  found: readonly Finding[],
  isOff: (rule: string) => boolean,
): Finding[] {
  const reported = new Set(found.map(({ rule }) => rule));
  const fragment = isFragment(node);
  const isPart = fragment || isMistyped(node, 'server');
  const asked = rules.filter(({ id, needsWholeConfig }) => {
    if (isPart && needsWholeConfig) return false;
    return !supersededBy.get(id)?.some((other) => reported.has(other) || isOff(other));
  });
  return runAgentRules(node, asked, node.machine).flatMap((finding) => {
    if (finding.severity === 'info') return [];
    if (fragment && finding.rule === 'storage/data-dir' && !node.config.get('data_dir'))
      return partOf(finding, node);
    return finding;
  });
}

function partOf(finding: Finding, node: Node): Finding[] {
  const isGiven = [flagsOf(node)?.unknown, node.unknown].some((unknown) => unknown?.has('data_dir') === true);
  if (isGiven || node.files.every(({ source }) => source.text === '')) return [];
  return [
    {
      ...finding,
      severity: 'info',
      message:
        'data_dir is not set, so this is treated as part of a configuration and options that it lacks are not reported; ' +
        'an agent started from it alone would refuse',
    },
  ];
}
