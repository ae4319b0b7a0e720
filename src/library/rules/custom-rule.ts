/** Rules of a script: a company's own conventions, which run as those of the catalogue do. */
import type { LoadedSettings } from '../../app/settings/load.ts';
import type { Severity } from '../../finding.ts';
import type { RuleId } from '../../rule-ids.ts';
import { isRuleName, subjectOf } from '../../rules/names.ts';
import type { AnyScopedRule, Report, RuleRecord, ScopedRule } from '../../rules/rule.ts';
import { isServer } from '../../subjects/agent/predicates.ts';
import type { Cluster, Node } from '../../subjects/subjects.ts';
import { toPlain } from '../../text/tree/value.ts';

/** An agent with all its files merged and its flags applied. */
export interface AgentView {
  readonly name: string;
  readonly role: 'server' | 'client';
  /** Lower-cased, as agents compare it. */
  readonly datacenter: string;
  /** The release that it is linted for, such as `1.20`. */
  readonly consul: string;
  /** Its configuration files. */
  readonly files: readonly string[];
  /**
   * The value that the agent uses, as plain data: deprecated names folded into new ones, the default of its release
   * where no file sets it. Undefined where it has none.
   */
  readonly get: (path: string) => unknown;
}

/** The agents of one datacenter that were given together. */
export interface ClusterView {
  readonly datacenter: string;
  readonly agents: readonly AgentView[];
  /** True where no other agents exist: an estate, or nodes that were given as a list. */
  readonly complete: boolean;
}

export interface CustomFinding {
  /** What is wrong, why it matters, what to write. */
  readonly message: string;
  /** The option concerned: the finding is where it is set, else at the start of the configuration. */
  readonly path?: string;
  /** Instead of the severity of the rule. */
  readonly severity?: Severity;
}

/**
 * A rule of your own. What it throws ends the lint.
 *
 * ```ts
 * const prefix: CustomRule = {
 *   id: 'acme/node-name',
 *   severity: 'error',
 *   docs: { summary: 'Node names begin with the site.' },
 *   agent({ name, get }, report) {
 *     if (!/^(fra|ams)-/.test(String(get('node_name') ?? name)))
 *       report({ path: 'node_name', message: 'node_name must begin with fra- or ams-' });
 *   },
 * };
 * ```
 */
export interface CustomRule {
  /** `subject/name`, with a subject of your own. */
  readonly id: `${string}/${string}`;
  /** The default: settings may choose another. */
  readonly severity: Severity;
  /** What reports say of it: the rule in a sentence, and why it exists. */
  readonly docs: { readonly summary: string; readonly rationale?: string };
  /** Called for every agent. */
  readonly agent?: (agent: AgentView, report: (finding: CustomFinding) => void) => void;
  /** Called for every cluster: findings are at an agent of it. */
  readonly cluster?: (
    cluster: ClusterView,
    report: (finding: CustomFinding & { readonly agent: AgentView }) => void,
  ) => void;
}

/** @throws RangeError as `ownRules` does */
export const withRules = (loaded: LoadedSettings, rules: readonly CustomRule[] = []): LoadedSettings =>
  rules.length === 0 ? loaded : { ...loaded, settings: { ...loaded.settings, ownRules: ownRules(rules) } };

/** @throws RangeError for an id of another form, one of the catalogue's subjects, and one that two rules have */
function ownRules(rules: readonly CustomRule[]): readonly AnyScopedRule[] {
  const seen = new Set<string>();
  for (const { id } of rules) {
    if (!/^[\w-]+\/[\w-]+$/.test(id)) throw new RangeError(`the id of a rule is subject/name, not ${id}`);
    if (isRuleName(`${subjectOf(id)}/*`))
      throw new RangeError(`the subject of ${id} is of the catalogue; give your rule a subject of your own`);
    if (seen.has(id)) throw new RangeError(`two rules have the id ${id}`);
    seen.add(id);
  }
  return rules.flatMap(scopedRules);
}

function scopedRules({ id, severity, docs, agent, cluster }: CustomRule): readonly AnyScopedRule[] {
  const record: RuleRecord = { id: id as RuleId, severity, docs, source: 'cluster', options: [] };
  const ofAgent: ScopedRule<'node'> | undefined = agent && {
    ...record,
    scope: 'node',
    runWhenUnset: true,
    run: (node, report) => agent(agentView(node), (found) => reportAt(node, found, report)),
  };
  const ofCluster: ScopedRule<'cluster'> | undefined = cluster && {
    ...record,
    scope: 'cluster',
    runWhenUnset: true,
    run: (subject, report) => runOnCluster(subject, cluster, report),
  };
  return [...(ofAgent ? [ofAgent] : []), ...(ofCluster ? [ofCluster] : [])];
}

function runOnCluster(
  { datacenter, agents, complete }: Cluster,
  run: NonNullable<CustomRule['cluster']>,
  report: Report,
): void {
  const nodes = new Map(agents.map((node) => [agentView(node), node]));
  run({ datacenter, agents: [...nodes.keys()], complete }, ({ agent, ...found }) => {
    const node = nodes.get(agent);
    if (node) reportAt(node, found, report);
  });
}

function reportAt({ config }: Node, { message, path, severity }: CustomFinding, report: Report): void {
  report({
    message,
    at: config.at(path ?? ''),
    ...(path !== undefined && { path }),
    ...(severity && { severity }),
  });
}

function agentView(node: Node): AgentView {
  const { name, config, version, files } = node;
  return {
    name,
    role: isServer(node) ? 'server' : 'client',
    datacenter: (config.string('datacenter') ?? 'dc1').toLowerCase(),
    consul: version,
    files: files.map(({ source }) => source.file),
    get: (path) => {
      const value = config.value(path);
      return value ? toPlain(value) : (config.string(path) ?? config.number(path) ?? config.bool(path));
    },
  };
}
