/** The verdict of a real agent: what it refuses and what it warns of, everything at once and with its place. */
import type { Finding } from '../finding.ts';
import { tidy } from '../finding.ts';
import { isAtLeast } from '../options/versions.ts';
import type { Agent } from './agent.ts';
import { agentChecks } from './check/all.ts';
import { type Check, findingOf, type Subject } from './check/check.ts';
import { wantedChecks } from './check/wanted.ts';
import { assumedHost, type Host } from './host.ts';
import { networkOf } from './network.ts';
import { find } from './select.ts';

/** All that `consul validate` would say of the agent. It refuses exactly when a finding is an error. */
export async function validateAgent(agent: Agent, host: Host = assumedHost): Promise<readonly Finding[]> {
  return tidy(validateWith(agent, hasEntries(agent) ? await loadEntryChecks() : [], host));
}

/** The same, in no order, with checks of config entries that are loaded already. */
export function validateWith(
  agent: Agent,
  entryChecks: readonly Check[],
  host: Host = assumedHost,
): readonly Finding[] {
  const entries = hasEntries(agent) ? runChecks(agent, entryChecks, host) : [];
  return [...agent.findings.map(asVerdict), ...runChecks(agent, agentChecks, host), ...entries];
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
  for (const check of wantedChecks(checks, agent.config, agent.version)) {
    check.run(subject, (spot) => {
      if (!refused.has(spot.path)) findings.push(findingOf(check, spot, agent.config));
    });
  }
  return findings;
}

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
