/** Runs the rules about what an agent reports when it loads its configuration. */

import type { Finding, Related } from '../finding.ts';
import type { Agent } from '../model/agent.ts';
import type { Config } from '../model/config.ts';
import { assumedHost, type Host } from '../model/load/host.ts';
import { networkOf } from '../model/network.ts';
import { isAtLeast } from '../options/releases/versions.ts';
import { type AgentReported, type AgentRule, defaultSeverity } from '../rules/rule.ts';
import type { AgentSubject } from '../subjects/subjects.ts';
import { spanOf } from '../text/source/source.ts';
import { supersedingIn, withoutSuperseded } from './same-fact.ts';
import { rulesBySetOptions } from './set-options.ts';

/**
 * What the rules find in an agent. Of a value that the decoder refused nothing more is reported; of an agent with a file
 * that could not be read, nothing at all, since what is missing may be written there.
 */
export function runAgentRules(
  agent: Agent,
  rules: readonly AgentRule[],
  host: Host = assumedHost,
): readonly Finding[] {
  if (agent.files.some((file) => file.refused)) return [];
  const subject = subjectOf(agent, host);
  const refused = new Set(
    agent.findings.flatMap(({ rule, path }) => (rule === 'option/type' && path ? [path] : [])),
  );
  const findings: Finding[] = [];
  for (const rule of rulesBySetOptions(rules, agent.config, agent.version)) {
    rule.run(subject, (spot) => {
      if (!refused.has(spot.path)) findings.push(findingOf(rule, spot, agent.config));
    });
  }
  if (findings.length < 2) return findings;
  return withoutSuperseded(findings, supersedingIn(rules), () => 'consul');
}

/** The agent as the rules see it. */
export function subjectOf(agent: Agent, host: Host): AgentSubject {
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

function findingOf(rule: AgentRule, spot: AgentReported, config: Config): Finding {
  const { path, value, message } = spot;
  const at = value ? spanOf(value) : config.at(path);
  const related = (spot.related ?? []).flatMap((other): Related[] =>
    config.value(other.path) === undefined ? [] : [{ at: config.at(other.path), message: other.message }],
  );
  return {
    rule: rule.id,
    severity: spot.info ? 'info' : defaultSeverity(rule),
    message,
    at,
    path,
    ...(related.length > 0 && { related }),
  };
}
