/**
 * Findings about an option as missing, although the file sets it in a way that the agent does not understand: under a
 * misspelled key or flag, or with a value of the wrong type. That mistake is reported where it is; what follows from it is not.
 */
import type { Finding } from '../finding.ts';
import { agent } from '../options/agent.ts';
import { findOption } from '../options/lookup.ts';
import { suggest } from '../options/suggest/suggest.ts';
import { lintRules } from '../rules/generated/lint-rules.ts';
import { flagsOf } from '../subjects/agent/predicates.ts';
import type { Cluster, Node } from '../subjects/subjects.ts';
import { optionOfFlag } from '../subjects/unit/flags.ts';
import { memo } from '../util/memo.ts';

/** The findings of a node without those about options that it sets in a way that the agent does not understand. */
export function withoutConsequences(node: Node, found: readonly Finding[], optionsOf: OptionsOf): Finding[] {
  const meant = misunderstood(node);
  if (meant.length === 0) return [...found];
  return found.filter(({ rule }) => !concerns(optionsOf(rule), meant));
}

/** The same for findings of a cluster that point into a file of such a node. */
export function withoutConsequencesIn({ agents }: Cluster, found: readonly Finding[]): readonly Finding[] {
  if (found.length === 0) return found;
  const nodes = agents.filter((node) => misunderstood(node).length > 0);
  if (nodes.length === 0) return found;
  return found.filter((finding) => {
    const sources = [finding.at, ...(finding.related ?? []).map(({ at }) => at)].map(({ source }) => source);
    return !nodes.some(
      (node) =>
        node.files.some(({ source }) => sources.includes(source)) &&
        concerns(lintOptions(finding.rule), misunderstood(node)),
    );
  });
}

/** The options that a rule looks at. */
export type OptionsOf = (rule: string) => readonly string[];

const optionsByRule = new Map<string, readonly string[]>(lintRules.map(({ id, options }) => [id, options]));

export const lintOptions: OptionsOf = (rule) => optionsByRule.get(rule) ?? [];

const eachByItself: ReadonlySet<string> = new Set(
  lintRules.filter((rule) => rule.eachByItself).map(({ id }) => id),
);

/** Those that decide whether a finding of the rule holds, besides the one that it is about. */
export const decidingOptions: OptionsOf = (rule) => (eachByItself.has(rule) ? [] : lintOptions(rule));

/** True where one of the rule's options is one of these, in a block that is, or a block around one that is. */
const concerns = (options: readonly string[], meant: readonly string[]): boolean =>
  options.some((option) =>
    meant.some((path) => option === path || option.startsWith(`${path}.`) || path.startsWith(`${option}.`)),
  );

/** Paths of options that no file of the node sets, but that a key, a value or a flag of it was meant to set. */
const misunderstood = memo((node: Node): readonly string[] => {
  const flag = meantByFlag(node);
  const meant = [
    ...node.findings.flatMap((finding) => meantBy(finding) ?? []),
    ...(flag === undefined ? [] : [flag]),
  ];
  return [...new Set(meant)].filter((path) => node.config.get(path) === undefined);
});

function meantByFlag(node: Node): string | undefined {
  const fault = flagsOf(node)?.fault;
  return fault?.kind === 'unknown' && fault.nearest !== undefined ? optionOfFlag(fault.nearest) : undefined;
}

function meantBy({ rule, path }: Finding): string | undefined {
  if (path === undefined) return undefined;
  if (rule === 'option/type' || rule === 'option/value') return path.replace(/\[.*$/, '');
  if (rule !== 'option/unknown' || path.includes('[')) return undefined;
  const dot = path.lastIndexOf('.');
  const parent = path.slice(0, Math.max(dot, 0));
  const block = dot < 0 ? undefined : findOption(parent)?.kind;
  const section = dot < 0 ? agent : block?.shape === 'block' ? block.section() : undefined;
  const suggestion = section && suggest(section, path.slice(dot + 1));
  if (suggestion?.use === undefined) return undefined;
  return suggestion.elsewhere || dot < 0 ? suggestion.use : `${parent}.${suggestion.use}`;
}
