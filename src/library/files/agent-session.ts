/** The agents that something given to the library describes, each with its files in memory. */

import { filesLibrary } from '../../app/files/library.ts';
import { memoryFiles } from '../../app/files/memory.ts';
import { placeholders } from '../../app/render/placeholders.ts';
import { prepare } from '../../app/render/prepare.ts';
import { isError, tidy } from '../../finding.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { compareBytes, formatOf } from '../../model/load/directory.ts';
import type { FileSystem } from '../../model/load/files.ts';
import { readEstate } from '../../render/cluster.ts';
import { ConsulCfgError } from '../../render/config-error.ts';
import { nodeFiles } from '../../render/node-files.ts';
import { issuesOf } from '../../render/refusal.ts';
import { Source } from '../../text/source/source.ts';
import { checkFiles, checkNodes } from '../given/checks.ts';
import {
  type AgentFiles,
  type Files,
  type Input,
  isEstate,
  isNode,
  isNodes,
  type NodeFiles,
} from '../given/input.ts';
import { releaseOf } from '../given/release.ts';
import { findingsError, givenError } from '../plain/failures.ts';
import { plainReport } from '../plain/report.ts';

/** One agent: all its files together are its configuration. */
export interface MemoryAgent {
  readonly paths: readonly string[];
  readonly files: FileSystem;
  /** The release that a manifest or an estate names for it. */
  readonly manifestConsul?: string;
  /** The release that a node names, as its own. */
  readonly ownConsul?: string | undefined;
}

/** @throws ConsulCfgError where a manifest or an estate is wrong, or where there is no file of an agent */
export function agentsOf(caller: string, input: Input): readonly MemoryAgent[] {
  if (typeof input === 'string') return manifestAgents(caller, input);
  if (isNodes(input)) return nodeAgents(caller, input);
  if (!isEstate(input)) return [agentOf(caller, input)];
  const { expanded, findings, source } = readEstate(caller, input);
  if (!expanded) throw new ConsulCfgError(caller, issuesOf(findings, source));
  return expanded.nodes.map(renderedAgent);
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

/** @throws ConsulCfgError where there is no file of an agent */
export const oneAgent = (caller: string, input: AgentFiles): MemoryAgent =>
  isNode(input) ? agentOf(caller, input.files, `${input.name}/`) : agentOf(caller, input);

function agentOf(caller: string, files: Files, below = ''): MemoryAgent {
  checkFiles(caller, files);
  const own = Object.entries(files).filter(([name]) => formatOf(name) !== undefined);
  if (own.length === 0)
    throw givenError(caller, 'no file ends in .hcl or .json, so there is nothing that an agent would load');
  const contents = Object.fromEntries(
    own.map(([name, content]) => [below + name.replace(/^\/+/, ''), content]),
  );
  return { paths: Object.keys(contents).sort(compareBytes), files: memoryFiles(contents) };
}

function nodeAgents(caller: string, nodes: readonly NodeFiles[]): readonly MemoryAgent[] {
  checkNodes(caller, nodes);
  return nodes.map(({ name, files, consul }) => ({
    ...agentOf(caller, files, `${name}/`),
    ownConsul: consul,
  }));
}

function manifestAgents(caller: string, text: string): readonly MemoryAgent[] {
  const source = new Source('cluster.yaml', text);
  const { ready, findings } = prepare(source, placeholders, filesLibrary(source.file, memoryFiles({})));
  const errors = findings.filter(isError);
  if (!ready || errors.length > 0)
    throw findingsError(caller, errors, plainReport({ findings: tidy(findings), files: 1 }));
  return ready.nodes.map(renderedAgent);
}

function renderedAgent(node: NodeSpec): MemoryAgent {
  const own = nodeFiles(node).filter(({ path }) => formatOf(path) !== undefined);
  const contents = Object.fromEntries(own.map(({ path, content }) => [path, content]));
  const paths = Object.keys(contents).sort(compareBytes);
  return { paths, files: memoryFiles(contents), manifestConsul: node.version };
}
