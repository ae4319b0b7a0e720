/** The verdict of a real agent: what it refuses and what it warns of, everything at once and with its place. */
import type { Finding } from '../finding.ts';
import { tidy } from '../finding.ts';
import { isAtLeast } from '../options/versions.ts';
import type { Agent } from './agent.ts';
import { agentChecks } from './check/all.ts';
import { applies, type Check, findingOf, type Subject } from './check/check.ts';
import { assumedHost, type Host } from './host.ts';
import { networkOf } from './network.ts';
import { find } from './select.ts';

/** All that `consul validate` would say of the agent. It refuses exactly when a finding is an error. */
export async function validateAgent(agent: Agent, host: Host = assumedHost): Promise<readonly Finding[]> {
  const entries = hasEntries(agent) ? runChecks(agent, await loadEntryChecks(), host) : [];
  return tidy([...agent.findings.map(asVerdict), ...runChecks(agent, agentChecks, host), ...entries]);
}

const hasEntries = (agent: Agent): boolean =>
  find(agent.config.resolved, 'config_entries.bootstrap') !== undefined;

/** The checks of config entries, which few configurations hold and which are many. */
export async function loadEntryChecks(): Promise<readonly Check[]> {
  const { entryChecks } = await import('./check/entries/all.ts');
  return entryChecks;
}

/**
 * What the checks find in an agent. Of a value that the decoder refused nothing more is said; of an agent with a file
 * that could not be read, nothing at all, since what is missing may stand there.
 */
export function runChecks(
  agent: Agent,
  checks: readonly Check[],
  host: Host = assumedHost,
): readonly Finding[] {
  if (agent.files.some((file) => file.refused)) return [];
  const subject = subjectOf(agent, host);
  const refused = new Set(
    agent.findings.flatMap(({ rule, path }) => (rule === 'option/type' && path ? [path] : [])),
  );
  const findings: Finding[] = [];
  for (const check of wanted(agent, planFor(checks, agent.version))) {
    check.run(subject, (spot) => {
      if (!refused.has(spot.path)) findings.push(findingOf(check, spot, agent.config));
    });
  }
  return findings;
}

/** The checks that a release has, by the keys of the root that their options stand under. */
interface Plan {
  readonly always: readonly Check[];
  readonly byKey: ReadonlyMap<string, readonly Check[]>;
  /** Those for a set of keys, which nodes of one kind have in common. */
  readonly byKeys: Map<string, readonly Check[]>;
}

function wanted({ config }: Agent, { always, byKey, byKeys }: Plan): readonly Check[] {
  const keys = [...config.written.members.keys(), ...config.resolved.members.keys()];
  const signature = keys.join();
  const known = byKeys.get(signature);
  if (known) return known;
  const checks = [...new Set([...always, ...keys.flatMap((key) => byKey.get(key) ?? [])])];
  byKeys.set(signature, checks);
  return checks;
}

const plans = new WeakMap<readonly Check[], Map<string, Plan>>();

/** Worked out once for all agents of a run. */
function planFor(checks: readonly Check[], version: string): Plan {
  const known = plans.get(checks) ?? new Map<string, Plan>();
  plans.set(checks, known);
  const plan = known.get(version) ?? newPlan(checks.filter((check) => applies(check, version)));
  known.set(version, plan);
  return plan;
}

function newPlan(checks: readonly Check[]): Plan {
  const byKey = new Map<string, Check[]>();
  for (const check of checks) {
    for (const key of new Set(check.options.map(rootOf))) {
      const others = byKey.get(key);
      if (others) others.push(check);
      else byKey.set(key, [check]);
    }
  }
  return { always: checks.filter((check) => check.always), byKey, byKeys: new Map() };
}

const rootOf = (option: string): string => option.split(/[.[]/, 1)[0] ?? '';

/** What checks look at of an agent. */
export function subjectOf(agent: Agent, host: Host): Subject {
  const { config, role, version } = agent;
  return {
    agent,
    config,
    server: role === 'server',
    host,
    network: networkOf(config, host),
    isAtLeast: (since) => isAtLeast(version, since),
  };
}

/** What a person should mend, but the agent accepts, is no error here. */
const accepted = new Set(['syntax/silently-dropped', 'syntax/json-in-hcl', 'syntax/duplicate-key']);

const asVerdict = (finding: Finding): Finding =>
  finding.severity === 'error' && accepted.has(finding.rule) ? { ...finding, severity: 'warning' } : finding;
