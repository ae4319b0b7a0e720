/** The one configuration that an agent makes of its files, for functions that need all of it. */
import { isFailed } from '../../app/failure.ts';
import { type AgentInput, loadAgent } from '../../app/files/agent.ts';
import type { Finding } from '../../finding.ts';
import type { Agent } from '../../model/agent.ts';
import type { AgentFiles } from '../given/input.ts';
import { releaseOf } from '../given/release.ts';
import { failedError, findingsError } from '../plain/failures.ts';
import { plainReport } from '../plain/report.ts';
import { oneAgent } from './one-agent.ts';

/** @throws InputError where the agent cannot read a file, with all reasons */
export const agentOf = (caller: string, input: AgentFiles, consul: string | undefined): Agent =>
  readAgentOf(caller, { ...oneAgent(caller, input), version: releaseOf(caller, consul) });

/** @param shown what may be shown of the reasons */
export function readAgentOf(
  caller: string,
  { paths, files, version, format }: AgentInput,
  shown: (findings: readonly Finding[]) => readonly Finding[] = (all) => all,
): Agent {
  const result = loadAgent({ paths, files, version, format });
  if ('agent' in result) return result.agent;
  if (isFailed(result)) throw failedError(caller, result);
  const refused = shown(result.refused);
  throw findingsError(caller, refused, plainReport({ findings: refused, files: result.files }), paths);
}
