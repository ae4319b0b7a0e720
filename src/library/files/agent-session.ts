/** The agents that something given to the library describes, each with its files in memory. */

import { filesLibrary } from '../../app/files/library.ts';
import { memoryFiles } from '../../app/files/memory.ts';
import { placeholders } from '../../app/render/placeholders.ts';
import { prepare } from '../../app/render/prepare.ts';
import { isError } from '../../finding.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { compareBytes, formatOf } from '../../model/load/directory.ts';
import type { FileSystem } from '../../model/load/files.ts';
import { readEstate } from '../../render/cluster.ts';
import { nodeFiles } from '../../render/node-files.ts';
import { ConsulCfgError, issuesOf } from '../../render/refusal.ts';
import { Source } from '../../text/source/source.ts';
import { type AgentFiles, type Files, type Input, isEstate, isNode, isNodes } from '../input.ts';

/** One agent: all its files together are its configuration. */
export interface MemoryAgent {
  readonly paths: readonly string[];
  readonly files: FileSystem;
}

/** @throws ConsulCfgError where a manifest or an estate is wrong, or where there is no file of an agent */
export function agentsOf(caller: string, input: Input): readonly MemoryAgent[] {
  if (typeof input === 'string') return manifestAgents(caller, input);
  if (isNodes(input)) return input.map(({ name, files }) => agentOf(caller, files, `${name}/`));
  if (!isEstate(input)) return [agentOf(caller, input)];
  const { expanded, findings, source } = readEstate(caller, input);
  if (!expanded) throw new ConsulCfgError(caller, issuesOf(findings, source));
  return expanded.nodes.map(renderedAgent);
}

/** @throws ConsulCfgError where there is no file of an agent */
export const oneAgent = (caller: string, input: AgentFiles): MemoryAgent =>
  isNode(input) ? agentOf(caller, input.files, `${input.name}/`) : agentOf(caller, input);

function agentOf(caller: string, files: Files, below = ''): MemoryAgent {
  const own = Object.entries(files).filter(([name]) => formatOf(name) !== undefined);
  if (own.length === 0)
    throw new ConsulCfgError(caller, [
      {
        rule: 'files/path',
        severity: 'error',
        message: 'no file ends in .hcl or .json, so there is nothing that an agent would load',
        property: '',
      },
    ]);
  const contents = Object.fromEntries(own.map(([name, content]) => [below + name, content]));
  return { paths: Object.keys(contents).sort(compareBytes), files: memoryFiles(contents) };
}

function manifestAgents(caller: string, text: string): readonly MemoryAgent[] {
  const source = new Source('cluster.yaml', text);
  const { ready, findings } = prepare(source, placeholders, filesLibrary(source.file, memoryFiles({})));
  if (!ready || findings.some(isError)) {
    const issues = findings.filter(isError).map(({ rule, severity, message, path }) => ({
      rule,
      severity,
      message,
      ...(path !== undefined && { path }),
      property: path ?? '',
    }));
    throw new ConsulCfgError(caller, issues);
  }
  return ready.nodes.map(renderedAgent);
}

function renderedAgent(node: NodeSpec): MemoryAgent {
  const own = nodeFiles(node).filter(({ path }) => formatOf(path) !== undefined);
  const contents = Object.fromEntries(own.map(({ path, content }) => [path, content]));
  return { paths: Object.keys(contents).sort(compareBytes), files: memoryFiles(contents) };
}
