/** The whole run: every rule that is on, over every file, agent and cluster that it speaks of. */
import { type Finding, tidy } from '../finding.ts';
import type { Span } from '../text/source.ts';
import { clustersOf, type Estate } from './estate.ts';
import { rules } from './registry.ts';
import type { AnyRule, Report, Rule, Scope } from './rule.ts';
import { chosenLevel, isOn, type Settings } from './settings.ts';
import type { Cluster, Node, Subjects } from './subjects.ts';
import { verdictBeside } from './verdict.ts';

/** Everything that is wrong with these estates, in the order in which it is shown. */
export function lint(estates: readonly Estate[], settings: Settings): Finding[] {
  const active = rules.filter((rule) => isOn(rule, settings));
  const findings: Finding[] = [];
  for (const estate of estates) {
    const clusters = clustersOf(estate);
    const clusterOf = new Map(
      clusters.flatMap((cluster) => cluster.agents.map((node) => [node, cluster] as const)),
    );
    for (const node of estate.nodes) findings.push(...lintNode(node, active, clusterOf.get(node)));
    for (const cluster of clusters) findings.push(...run(active, 'cluster', cluster, cluster));
  }
  return tidy(atChosenLevels(findings, settings));
}

/** What reading found, what the rules for a file and an agent say, and the rest of the agent's own verdict. */
function lintNode(node: Node, active: readonly AnyRule[], cluster: Cluster | undefined): Finding[] {
  const said = [
    ...node.files.flatMap((file) => run(active, 'file', file)),
    ...run(active, 'agent', node, cluster).map((finding) => mendable(finding, node)),
    ...(node.unit ? run(active, 'unit', { unit: node.unit, node }, cluster) : []),
  ];
  return [...node.findings, ...withoutOverruled(said, active), ...verdictBeside(node, said)];
}

function withoutOverruled(said: readonly Finding[], active: readonly AnyRule[]): readonly Finding[] {
  const ruling = active.filter(({ overrules }) => overrules);
  const rulings = said.flatMap(({ rule, at }) => {
    const overrules = ruling.find(({ id }) => id === rule)?.overrules;
    return overrules ? [{ at, overrules }] : [];
  });
  if (rulings.length === 0) return said;
  return said.filter(({ rule, at }) =>
    rulings.every(
      (other) => !isSamePlace(other.at, at) || !other.overrules.some((named) => isNamed(rule, named)),
    ),
  );
}

const isSamePlace = (a: Span, b: Span): boolean => a.source === b.source && a.start === b.start;

/** By its id, or by its group as `agent/*`. */
const isNamed = (rule: string, named: string): boolean =>
  named.endsWith('/*') ? rule.startsWith(named.slice(0, -1)) : rule === named;

/** A value that comes from a flag is not mended like one of a file: its finding loses the fix. */
function mendable(finding: Finding, { files }: Node): Finding {
  const { fix, ...rest } = finding;
  return fix?.edits.some(({ source }) => files.every((file) => file.source !== source)) ? rest : finding;
}

function run<S extends Scope>(
  active: readonly AnyRule[],
  scope: S,
  subject: Subjects[S],
  cluster?: Cluster,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of active) {
    if (rule.scope !== scope) continue;
    const report: Report = (found) => findings.push({ rule: rule.id, severity: rule.severity, ...found });
    (rule as unknown as Rule<S>).check(subject, report, cluster);
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
