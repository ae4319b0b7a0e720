/** Agents for commands that work with what was read: what cannot be read ends them. */
import { isError } from '../finding.ts';
import type { Agent } from '../model/agent.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import { readAgent } from '../model/load/read-agent.ts';
import { loadingNothing } from './config-files.ts';
import { filesFrom } from './files.ts';
import { CommandError, exit, type Io } from './io.ts';
import { printReport } from './print.ts';

export interface Read {
  readonly version: string;
  readonly format?: ConfigFormat | undefined;
}

/**
 * The agent of these paths.
 *
 * @throws CommandError where a file cannot be read or decoded; the reasons are on standard error then
 */
export async function readableAgent(paths: readonly string[], read: Read, io: Io): Promise<Agent> {
  const fs = filesFrom(io.cwd);
  const agent = readAgent(paths, fs, read);
  const missing = agent.findings.find(({ rule }) => rule === 'files/path');
  if (missing) throw new CommandError(missing.message);
  const [nothing] = loadingNothing(paths, fs, read.format);
  if (nothing !== undefined) throw new CommandError(nothing);
  const faults = agent.findings.filter(isError);
  if (faults.length === 0) return agent;
  await printReport({ findings: faults, files: agent.files.length }, undefined, { ...io, stdout: io.stderr });
  throw new CommandError(`${paths.join(' ')} cannot be read as the agent reads it`, exit.findings);
}
