/** What changed between two configurations of one agent, and what it takes to apply the change. */
import { compare as compareAgents } from '../app/compare.ts';
import type { Agent } from '../model/agent.ts';
import type { Effort } from '../model/change/effort.ts';
import { type PlainChange, plainChange } from '../model/change/plain.ts';
import { agentOf } from './files/agent.ts';
import type { AgentFiles } from './given/input.ts';
import { checkOptions } from './given/options.ts';

export interface CompareOptions {
  /** The release of Consul that reads both. Default: the newest. */
  readonly consul?: string | undefined;
}

export interface Comparison {
  /**
   * What it takes to apply all changes: `none`, `reload`, `restart`, `rolling` (servers restart one by one), or `never`
   * (not by configuration alone).
   */
  readonly effort: Effort;
  readonly changes: readonly PlainChange[];
}

/**
 * Compares two configurations, each of them all files of the agent. Secrets are hidden.
 *
 * @throws ConsulCfgError where the agent cannot read a file, with all reasons
 */
export function compare(before: AgentFiles, after: AgentFiles, options: CompareOptions = {}): Comparison {
  checkOptions('compare()', options, { consul: 'any' });
  const { consul } = options;
  return comparisonOf(agentOf('compare()', before, consul), agentOf('compare()', after, consul));
}

export function comparisonOf(before: Agent, after: Agent): Comparison {
  const { effort, changes } = compareAgents(before, after);
  return { effort, changes: changes.map(plainChange) };
}
