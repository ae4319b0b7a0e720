/** Lint of Patroni: loaded only where there is any, since it brings YAML and rules of its own. */
import type { Finding } from '../finding.ts';
import { patroniRules } from '../rules/generated/patroni-rules.ts';
import { type AnyScopedRule, defaultSeverity, type Report, type ScopedRule } from '../rules/rule.ts';
import { clustersOf, type Estate } from '../subjects/cluster/clusters.ts';
import type { PatroniFiles } from '../subjects/patroni/files.ts';
import { patronisOf } from '../subjects/patroni/instance.ts';
import { type AclPolicy, policyOf } from '../subjects/policy/policy.ts';
import type { Cluster, Node, PatroniSubject } from '../subjects/subjects.ts';
import { isOn, type Settings } from './settings/settings.ts';

/** The same estates with what these rules report, to which the levels and ignores of a run apply. */
export function withPatroniFindings(estates: readonly Estate[], settings: Settings): readonly Estate[] {
  const rules = patroniRules.filter(isPatroniRule).filter((rule) => isOn(rule, settings));
  const policies = estates.flatMap((estate) => estate.policies ?? []).map(policyOf);
  return estates.map((estate) => {
    const found = subjectsOf(estate, clustersOf(estate), policies).flatMap(({ subject, cluster }) =>
      rules.flatMap((rule) => run(rule, subject, cluster)),
    );
    return found.length === 0 ? estate : { ...estate, findings: [...(estate.findings ?? []), ...found] };
  });
}

const isPatroniRule = (rule: AnyScopedRule): rule is ScopedRule<'patroni'> => rule.scope === 'patroni';

interface Subject {
  readonly subject: PatroniSubject;
  readonly cluster: Cluster | undefined;
}

function subjectsOf(
  { nodes, patroni = [] }: Estate,
  clusters: readonly Cluster[],
  policies: readonly AclPolicy[],
): Subject[] {
  const places: readonly { files: PatroniFiles; node: Node | undefined }[] = [
    ...nodes.flatMap((node) => (node.patroni ? { files: node.patroni, node } : [])),
    ...patroni.map((files) => ({ files, node: undefined })),
  ];
  return places.flatMap(({ files, node }) =>
    patronisOf(files).map((instance) => ({
      subject: { instance, files, node, nodes, policies },
      cluster: clusters.find(({ agents }) => node && agents.includes(node)),
    })),
  );
}

function run(rule: ScopedRule<'patroni'>, subject: PatroniSubject, cluster: Cluster | undefined): Finding[] {
  const findings: Finding[] = [];
  const severity = defaultSeverity(rule);
  const report: Report = (found) => findings.push({ rule: rule.id, severity, ...found });
  rule.run(subject, report, cluster);
  return findings;
}
