/** The whole run: every rule that is on, over every file, node, unit and cluster that it is about. */
import { dirname } from 'node:path';
import { type Finding, inFiles, tidy } from '../finding.ts';
import { withoutFix } from '../model/decode/fixable.ts';
import { consulRules, loadEntryRules } from '../rules/catalog.ts';
import { lintRules } from '../rules/generated/lint-rules.ts';
import {
  type AgentRule,
  defaultSeverity,
  type Report,
  type RuleRecord,
  type ScopedRule,
} from '../rules/rule.ts';
import { unknownOptions } from '../subjects/agent/placeholders.ts';
import { clustersOf, type Estate, type ForeignFile } from '../subjects/cluster/clusters.ts';
import { peersOf } from '../subjects/cluster/peers.ts';
import type { Cluster, Node, Subjects } from '../subjects/subjects.ts';
import { certainAmong, certainIn, certainNear, certainOf } from './certainty/belonging.ts';
import { certainKeys } from './certainty/keys.ts';
import { certainInText } from './certainty/text.ts';
import { certainValues } from './certainty/values.ts';
import { certainIfWhole } from './certainty/whole.ts';
import {
  decidingOptions,
  lintOptions,
  type OptionsOf,
  withoutConsequences,
  withoutConsequencesIn,
} from './consequences.ts';
import { lintEntryFile } from './entry-files.ts';
import { lintPolicyFile } from './policy-files.ts';
import { type RuleSelection, selectRules } from './select.ts';
import { withoutIgnored, writtenIgnores } from './settings/ignores.ts';
import { atChosenLevels, type Settings } from './settings/settings.ts';
import { consulFindings, withoutSuperseded } from './supersede.ts';
import { agentsIn, FindingsOfTemplates } from './templates.ts';

/**
 * Everything that is wrong with these estates, in the order in which it is shown.
 * @param entryRules those for config entries, where an agent has any (see `neededRules`)
 * @param among all estates that were found, where only some are linted: their agents may be joined
 */
export function lint(
  estates: readonly Estate[],
  settings: Settings,
  entryRules: readonly AgentRule[] = [],
  among: readonly Estate[] = estates,
): Finding[] {
  const ownRules = settings.ownRules ?? [];
  const selection = selectRules([...lintRules, ...ownRules], settings);
  const agentRules = [...consulRules, ...entryRules].filter(({ validateOnly }) => !validateOnly);
  const ofWhole = agentOptions(agentRules.filter(({ needsWholeConfig }) => needsWholeConfig));
  const optionsOf: OptionsOf = (rule) => [...decidingOptions(rule), ...ofWhole(rule)];
  const findings: Finding[] = [];
  const everyone = among.length > 1 ? peersOf(agentsIn(among)) : undefined;
  const ofTemplates = new FindingsOfTemplates();
  for (const estate of estates) {
    const clusters = clustersOf(estate, everyone);
    const clusterOf = new Map(
      clusters.flatMap((cluster) => cluster.agents.map((node) => [node, cluster] as const)),
    );
    const read = [
      ...(estate.findings ?? []),
      ...(estate.foreignFiles ?? []).map(notConsul),
      ...(estate.entries ?? []).flatMap((entry) => lintEntryFile(entry, entryRules)),
      ...(estate.policies ?? []).flatMap(lintPolicyFile),
      ...estate.nodes.flatMap((node) => node.findings),
    ];
    const lintAs = (node: Node, part = node): Finding[] =>
      lintNode(part, selection, agentRules, clusterOf.get(node));
    const whole: typeof certainIfWhole = (nodes, of) => (estate.inferred ? certainIfWhole(nodes, of) : of);
    const found = [
      ...estate.nodes.flatMap((node) =>
        certainIn(node, whole([node], certainNear(node, lintAs(node), optionsOf)), (part) =>
          lintAs(node, part),
        ),
      ),
      ...clusters.flatMap((cluster) =>
        whole(cluster.agents, certainAmong(estate, cluster, lintCluster(cluster, selection), optionsOf)),
      ),
    ];
    const kept = new Set(withoutSuperseded([...read, ...found]));
    const left = withoutGuesses([...read, ...found.filter((one) => kept.has(one))], estate);
    const text = certainInText(ofTemplates.newIn(left, estate));
    const certain = certainValues(estate, certainKeys(estate, text));
    for (const finding of certainOf(estate, certain)) findings.push(shownIn(finding, estate));
  }
  const ignores = [...settings.ignores, ...writtenIgnores(estates)];
  const ownIds = ownRules.map(({ id }) => id);
  return tidy(atChosenLevels(withoutIgnored(findings, ignores, ownIds), settings));
}

function lintCluster(cluster: Cluster, selection: RuleSelection): readonly Finding[] {
  return withoutConsequencesIn(cluster, run(knownTo(cluster.agents, selection.cluster), cluster, cluster));
}

/** At its place in the file that people edit; of a file that something mounts, with the place where it does. */
function shownIn(finding: Finding, { nodes }: Estate): Finding {
  const shown = inFiles(finding);
  const { file } = shown.at.source;
  const mount = nodes.find(({ mounted }) => mounted?.has(file))?.mounted?.get(file);
  if (!mount) return shown;
  return { ...shown, related: [...(shown.related ?? []), { at: mount, message: 'mounted here' }] };
}

/** A file of another program: the agent that reads it does not start; one that was only named gets a sentence. */
const notConsul = ({ file: { source }, reader, isLoaded }: ForeignFile): Finding => ({
  rule: 'files/not-consul',
  severity: reader ? (isLoaded ? 'error' : 'warning') : 'info',
  message: reader
    ? `this file is of another program, and the agent of ${reader.source.file} reads it too and refuses it; move it elsewhere${isLoaded ? '' : ` (if ${dirname(source.file)} is the configuration directory of an agent)`}`
    : 'this file is not a configuration of Consul: hardly any of its keys are options of an agent, so it is not checked',
  at: source.span(0, 0),
});

/** In a file that was partly guessed only the syntax is fixed. */
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

/** Rules that are many and rarely needed. */
export async function neededRules(estates: readonly Estate[]): Promise<readonly AgentRule[]> {
  const isNeeded = estates.some(
    ({ nodes, entries = [] }) =>
      entries.length > 0 || nodes.some(({ config }) => config.get('config_entries') !== undefined),
  );
  return isNeeded ? loadEntryRules() : [];
}

/** What the rules for files, nodes and units report, and the rest of the agent's own verdict. */
function lintNode(
  node: Node,
  selection: RuleSelection,
  agentRules: readonly AgentRule[],
  cluster: Cluster | undefined,
): Finding[] {
  const forEdition = <R extends RuleRecord>(rules: readonly R[]): readonly R[] =>
    node.container?.edition === 'enterprise' ? rules.filter(({ edition }) => edition === undefined) : rules;
  const ofFiles = forEdition(selection.file);
  const found = [
    ...node.files.flatMap((file) => run(ofFiles, file)),
    ...withoutConsequences(node, run(knownTo([node], selection.node(node)), node, cluster), lintOptions).map(
      (finding) => fixableIn(node, finding),
    ),
    ...(node.unit ? run(selection.unit, { unit: node.unit, node }, cluster) : []),
  ];
  const asked = node.template
    ? knownTo([node], agentRules).filter(({ needsWholeConfig }) => !needsWholeConfig)
    : agentRules;
  const refused = consulFindings(node, forEdition(asked), found, selection.isOff);
  return [...found, ...withoutConsequences(node, refused, agentOptions(agentRules))];
}

const agentOptions =
  (rules: readonly AgentRule[]): OptionsOf =>
  (id) =>
    rules.find((rule) => rule.id === id)?.options ?? [];

/**
 * The rules about options whose values are all known: of a placeholder nothing is, but that it is one. Of a node with a
 * file that is a template nothing is known.
 */
function knownTo<R extends RuleRecord>(nodes: readonly Node[], rules: readonly R[]): readonly R[] {
  if (nodes.some(({ files }) => files.some(({ template }) => template))) return [];
  const unknown = new Set(nodes.flatMap((node) => [...unknownOptions(node)]));
  if (unknown.size === 0) return rules;
  const isUnknown = (option: string): boolean =>
    unknown.has(option) ||
    [...option.matchAll(/\./g)].some(({ index }) => unknown.has(option.slice(0, index)));
  return rules.filter(({ options }) => !options.some(isUnknown));
}

/** A value that comes from a flag cannot be edited like one of a file: its finding loses the fix. */
function fixableIn({ files }: Node, finding: Finding): Finding {
  const { fix, ...rest } = finding;
  return fix?.edits.some(({ source }) => files.every((file) => file.source !== source)) ? rest : finding;
}

function run<S extends Exclude<keyof Subjects, 'agent' | 'reader'>>(
  rules: readonly ScopedRule<S>[],
  subject: Subjects[S],
  cluster?: Cluster,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = defaultSeverity(rule);
    const report: Report = (found) => findings.push({ rule: rule.id, severity, ...found });
    rule.run(subject, report, cluster);
  }
  return findings;
}
