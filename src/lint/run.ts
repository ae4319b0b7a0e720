/** The whole run: every rule that is on, over every file, agent, unit and cluster that it speaks of. */
import { type Finding, tidy } from '../finding.ts';
import type { Check } from '../model/check/check.ts';
import { withoutFix } from '../model/mendable.ts';
import { loadEntryChecks } from '../model/validate.ts';
import { type Active, activeRules } from './active.ts';
import { clustersOf, type Estate } from './estate.ts';
import { withoutOverruled } from './overrule.ts';
import type { Report, Rule, Scope } from './rule.ts';
import { withoutIgnored, writtenIgnores } from './settings/ignores.ts';
import { chosenLevel, type Settings } from './settings/settings.ts';
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
  const active = activeRules(settings, checks);
  const findings: Finding[] = [];
  for (const estate of estates) {
    const clusters = clustersOf(estate);
    const clusterOf = new Map(
      clusters.flatMap((cluster) => cluster.agents.map((node) => [node, cluster] as const)),
    );
    const found: Finding[] = [];
    for (const node of estate.nodes) found.push(...lintNode(node, active, clusterOf.get(node)));
    for (const cluster of clusters) found.push(...run(active.cluster, cluster, cluster));
    findings.push(...withoutGuesses(found, estate));
  }
  const ignores = [...settings.ignores, ...writtenIgnores(estates)];
  return tidy(atChosenLevels(withoutIgnored(findings, ignores), settings));
}

/** Of a file that was partly guessed only the syntax is mended. */
function withoutGuesses(findings: readonly Finding[], { nodes }: Estate): readonly Finding[] {
  const guessed = new Set(
    nodes.flatMap(({ files }) => files.filter((file) => file.guessed).map(({ source }) => source)),
  );
  if (guessed.size === 0) return findings;
  return findings.map((finding) => {
    const isGuess = finding.fix?.edits.some(({ source }) => guessed.has(source));
    return isGuess && !finding.rule.startsWith('syntax/') ? withoutFix(finding) : finding;
  });
}

/** Checks that are many and seldom needed. */
export async function neededChecks(estates: readonly Estate[]): Promise<readonly Check[]> {
  const isNeeded = estates.some(({ nodes }) =>
    nodes.some(({ config }) => config.get('config_entries') !== undefined),
  );
  return isNeeded ? loadEntryChecks() : [];
}

/** What reading found, what the rules for a file and an agent say, and the rest of the agent's own verdict. */
function lintNode(node: Node, active: Active, cluster: Cluster | undefined): Finding[] {
  const { agent, unit, checks } = active.of({ node, cluster });
  const said = [
    ...node.files.flatMap((file) => run(active.file(file), file)),
    ...run(agent, node, cluster).map((finding) => mendable(finding, node)),
    ...(node.unit ? run(unit, { unit: node.unit, node }, cluster) : []),
  ];
  return [
    ...node.findings,
    ...withoutOverruled(said),
    ...(checks.length > 0 ? verdictBeside(node, said, checks, active.isOff) : []),
  ];
}

/** A value that comes from a flag is not mended like one of a file: its finding loses the fix. */
function mendable(finding: Finding, { files }: Node): Finding {
  const { fix, ...rest } = finding;
  return fix?.edits.some(({ source }) => files.every((file) => file.source !== source)) ? rest : finding;
}

function run<S extends Scope>(
  active: readonly Rule<S>[],
  subject: Subjects[S],
  cluster?: Cluster,
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
