/** The verdict of a real agent: the engine over the rules of source `consul`, with every error at once. */
import type { Finding } from '../finding.ts';
import { tidy } from '../finding.ts';
import type { Agent } from '../model/agent.ts';
import { assumedHost, type Host } from '../model/load/host.ts';
import { find } from '../model/value-path.ts';
import { consulRules, loadEntryRules } from '../rules/catalog.ts';
import type { AgentRule } from '../rules/rule.ts';
import { runAgentRules } from './agent-rules.ts';

/** All that `consul validate` would say of the agent. It refuses exactly when a finding is an error. */
export async function validateAgent(agent: Agent, host: Host = assumedHost): Promise<readonly Finding[]> {
  return tidy(validateWith(agent, hasEntries(agent) ? await loadEntryRules() : [], host));
}

/** The same, in no order, with rules for config entries that are loaded already. */
export function validateWith(
  agent: Agent,
  entryRules: readonly AgentRule[],
  host: Host = assumedHost,
): readonly Finding[] {
  const entries = hasEntries(agent) ? runAgentRules(agent, entryRules, host) : [];
  return [...agent.findings.map(asVerdict), ...runAgentRules(agent, consulRules, host), ...entries];
}

const hasEntries = (agent: Agent): boolean =>
  find(agent.config.resolved, 'config_entries.bootstrap') !== undefined;

/** What a person should correct, but the agent accepts, is not an error here. */
const accepted: ReadonlySet<string> = new Set([
  'syntax/silently-dropped',
  'syntax/json-in-hcl',
  'syntax/duplicate-key',
]);

/** Of a file that cannot be read for a placeholder lint says no more than that; the agent refuses it. */
const asVerdict = (finding: Finding): Finding => {
  if (finding.rule === 'option/placeholder') return { ...finding, severity: 'error' };
  return finding.severity === 'error' && accepted.has(finding.rule)
    ? { ...finding, severity: 'warning' }
    : finding;
};
