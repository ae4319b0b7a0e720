/** The whole run: every rule that is on, over every file, agent, unit and cluster that it speaks of. */
import { type Finding, tidy } from '../finding.ts';
import type { Check } from '../model/check/check.ts';
import { loadEntryChecks } from '../model/validate.ts';
import { clustersOf, type Estate } from './estate.ts';
import { withoutIgnored, writtenIgnores } from './ignores.ts';
import { withoutOverruled } from './overrule.ts';
import { rules } from './registry.ts';
import type { Report, Rule, Scope } from './rule.ts';
import { chosenLevel, isOn, type Settings } from './settings.ts';
import type { Cluster, Node, Subjects } from './subjects.ts';
import { verdictBeside } from './verdict.ts';

/**
 * Everything that is wrong with these estates, in the order in which it is shown.
 * @param checks those of config entries, where an agent has any (see `neededChecks`)
 */
export function lint(
  estates: readonly Estate[],
  settings: Settings,
  checks: readonly Check[] = [],
): Finding[] {
  const isOff = (id: string): boolean => chosenLevel(id, settings) === 'off';
  const active = { rules: activeRules(settings), isOff, checks };
  const findings: Finding[] = [];
  for (const estate of estates) {
    const clusters = clustersOf(estate);
    const clusterOf = new Map(
      clusters.flatMap((cluster) => cluster.agents.map((node) => [node, cluster] as const)),
    );
    for (const node of estate.nodes) findings.push(...lintNode(node, active, clusterOf.get(node)));
    for (const cluster of clusters) findings.push(...run(active.rules.cluster, cluster, cluster));
  }
  const ignores = [...settings.ignores, ...writtenIgnores(estates)];
  return tidy(atChosenLevels(withoutIgnored(findings, ignores), settings));
}

/** Checks that are many and seldom needed. */
export async function neededChecks(estates: readonly Estate[]): Promise<readonly Check[]> {
  const isNeeded = estates.some(({ nodes }) =>
    nodes.some(({ config }) => config.get('config_entries') !== undefined),
  );
  return isNeeded ? loadEntryChecks() : [];
}

interface Active {
  readonly rules: ActiveRules;
  readonly isOff: (rule: string) => boolean;
  readonly checks: readonly Check[];
}

/** The rules that are on, by what they look at. */
type ActiveRules = { readonly [S in Scope]: readonly Rule<S>[] };

/** Top-level keys of a rule's options, for rules that only speak of agents that write one of them. */
const concerns = new Map(
  rules.map(({ id, options, unwritten }) => [
    id,
    unwritten ? [] : options.map((path) => /^\w+/.exec(path)![0]),
  ]),
);

/** Most agents write a handful of options, most rules speak of two or three. */
function concerning(active: readonly Rule<'agent'>[], { config }: Node): readonly Rule<'agent'>[] {
  const isWritten = (key: string): boolean =>
    config.written.members.has(key) || config.resolved.members.has(key);
  return active.filter(({ id }) => {
    const keys = concerns.get(id) ?? [];
    return keys.length === 0 || keys.some(isWritten);
  });
}

function activeRules(settings: Settings): ActiveRules {
  const on = rules.filter((rule) => isOn(rule, settings));
  return {
    file: on.filter((rule) => rule.scope === 'file'),
    agent: on.filter((rule) => rule.scope === 'agent'),
    unit: on.filter((rule) => rule.scope === 'unit'),
    cluster: on.filter((rule) => rule.scope === 'cluster'),
  };
}

/** What reading found, what the rules for a file and an agent say, and the rest of the agent's own verdict. */
function lintNode(node: Node, { rules: on, isOff, checks }: Active, cluster: Cluster | undefined): Finding[] {
  const said = [
    ...node.files.flatMap((file) => run(on.file, file, cluster)),
    ...run(concerning(on.agent, node), node, cluster).map((finding) => mendable(finding, node)),
    ...(node.unit ? run(on.unit, { unit: node.unit, node }, cluster) : []),
  ];
  return [...node.findings, ...withoutOverruled(said), ...verdictBeside(node, said, isOff, checks)];
}

/** A value that comes from a flag is not mended like one of a file: its finding loses the fix. */
function mendable(finding: Finding, { files }: Node): Finding {
  const { fix, ...rest } = finding;
  return fix?.edits.some(({ source }) => files.every((file) => file.source !== source)) ? rest : finding;
}

function run<S extends Scope>(
  active: readonly Rule<S>[],
  subject: Subjects[S],
  cluster: Cluster | undefined,
): Finding[] {
  const findings: Finding[] = [];
  for (const { id, severity, check } of active) {
    const report: Report = (found) => findings.push({ rule: id, severity, ...found });
    check(subject, report, cluster);
  }
  return findings;
}

function atChosenLevels(findings: readonly Finding[], settings: Settings): Finding[] {
  return findings.flatMap((finding) => {
    const level = chosenLevel(finding.rule, settings);
    if (level === 'off') return [];
    return [level === undefined ? finding : { ...finding, severity: level }];
  });
}
