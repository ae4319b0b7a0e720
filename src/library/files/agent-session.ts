/** The agents that something given to the library describes, each with its files in memory. */
import { checkNodes } from '../given/checks.ts';
import { type Input, isEstate, isNodes, type NodeFiles } from '../given/input.ts';
import { releaseOf } from '../given/release.ts';
import { filesAgent, type MemoryAgent } from './one-agent.ts';

/**
 * What renders a manifest or an estate is loaded where one is given.
 *
 * @throws ConsulCfgError where a manifest or an estate is wrong, or where there is no file of an agent
 */
export async function agentsOf(caller: string, input: Input): Promise<readonly MemoryAgent[]> {
  if (typeof input === 'string') return (await import('./rendered-agents.ts')).manifestAgents(caller, input);
  if (isNodes(input)) return nodeAgents(caller, input);
  if (!isEstate(input)) return [filesAgent(caller, input)];
  return (await import('./rendered-agents.ts')).estateAgents(caller, input);
}

/**
 * The release whose verdict is asked for: that of the caller, for an agent with one of its own that, else the one of the
 * manifest, else the newest.
 *
 * @throws ConsulCfgError for one that is not known
 */
export const releaseFor = (
  caller: string,
  { manifestConsul, ownConsul }: MemoryAgent,
  consul: string | undefined,
): string => releaseOf(caller, ownConsul ?? consul ?? manifestConsul);

function nodeAgents(caller: string, nodes: readonly NodeFiles[]): readonly MemoryAgent[] {
  checkNodes(caller, nodes);
  return nodes.map(({ name, files, consul }) => ({
    ...filesAgent(caller, files, `${name}/`),
    ownConsul: consul,
  }));
}
