/** The one configuration that an agent makes of its files, for functions that need all of it. */
import { isFailed } from '../../app/failure.ts';
import { loadAgent } from '../../app/files/agent.ts';
import type { Agent } from '../../model/agent.ts';
import type { AgentFiles } from '../given/input.ts';
import { releaseOf } from '../given/release.ts';
import { failedError, findingsError } from '../plain/failures.ts';
import { type MemoryAgent, oneAgent } from './agent-session.ts';

/** @throws ConsulCfgError where the agent cannot read a file, with all reasons */
export const agentOf = (caller: string, input: AgentFiles, consul: string | undefined): Agent =>
  readAgentOf(caller, oneAgent(caller, input), releaseOf(caller, consul));

export function readAgentOf(caller: string, { paths, files }: MemoryAgent, version: string): Agent {
  const result = loadAgent({ paths, files, version });
  if ('agent' in result) return result.agent;
  if (isFailed(result)) throw failedError(caller, result);
  throw findingsError(caller, result.refused);
}
