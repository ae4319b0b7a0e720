/** The files of one agent in memory. */
import { memoryFiles } from '../../app/files/memory.ts';
import { compareBytes, formatOf } from '../../model/load/directory.ts';
import type { FileSystem } from '../../model/load/files.ts';
import { checkFiles } from '../given/checks.ts';
import { type AgentFiles, type Files, isNode } from '../given/input.ts';
import { givenError } from '../plain/failures.ts';

/** One agent: all its files together are its configuration. */
export interface MemoryAgent {
  readonly paths: readonly string[];
  readonly files: FileSystem;
  /** The release that a manifest or an estate names for it. */
  readonly manifestConsul?: string;
  /** The release that a node names, as its own. */
  readonly ownConsul?: string | undefined;
}

/** @throws ConsulCfgError where there is no file of an agent */
export const oneAgent = (caller: string, input: AgentFiles): MemoryAgent =>
  isNode(input) ? filesAgent(caller, input.files, `${input.name}/`) : filesAgent(caller, input);

export function filesAgent(caller: string, files: Files, below = ''): MemoryAgent {
  checkFiles(caller, files);
  const own = Object.entries(files).filter(([name]) => formatOf(name) !== undefined);
  if (own.length === 0)
    throw givenError(caller, 'no file ends in .hcl or .json, so there is nothing that an agent would load');
  const contents = Object.fromEntries(
    own.map(([name, content]) => [below + name.replace(/^\/+/, ''), content]),
  );
  return { paths: Object.keys(contents).sort(compareBytes), files: memoryFiles(contents) };
}
