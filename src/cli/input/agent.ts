/** What `merge` and `compare` read: the whole configuration of one agent. */
import { isFailed } from '../../app/failure.ts';
import { loadAgent } from '../../app/files/agent.ts';
import { machineFiles } from '../../app/machine/files.ts';
import type { Agent } from '../../model/agent.ts';
import type { ReadOptions } from '../../model/load/read-agent.ts';
import { CommandError, exit, type Io } from '../io.ts';
import { failureError } from '../print/failure.ts';
import { printReport } from '../print/report.ts';

/** Of a directory of which an agent would load nothing. */
export const loadsNothing =
  'holds no Consul configuration (*.json, *.hcl); an agent reads no directory below the one that it is given, so name ' +
  'that of one node';

/** @throws CommandError where a file cannot be read or decoded; the reasons are on standard error then */
export async function readableAgent(paths: readonly string[], options: ReadOptions, io: Io): Promise<Agent> {
  const result = loadAgent({ paths, files: machineFiles(io.cwd), ...options });
  if (isFailed(result)) throw failureError(result, { texts: { empty: loadsNothing } });
  if ('agent' in result) return result.agent;
  const { refused, files } = result;
  await printReport({ findings: refused, files }, undefined, { ...io, stdout: io.stderr });
  throw new CommandError(`${paths.join(' ')} cannot be read as the agent reads it`, exit.findings);
}
