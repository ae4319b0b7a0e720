/** The agents of a manifest or an estate, with the files that are rendered for them. */
import { filesLibrary } from '../../app/files/library.ts';
import { memoryFiles } from '../../app/files/memory.ts';
import { placeholders } from '../../app/render/placeholders.ts';
import { prepare } from '../../app/render/prepare.ts';
import { isError, tidy } from '../../finding.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { compareBytes, formatOf } from '../../model/load/directory.ts';
import { readEstate } from '../../render/cluster.ts';
import { ConsulCfgError } from '../../render/config-error.ts';
import type { EstateSpec } from '../../render/inputs.ts';
import { nodeFiles } from '../../render/node-files.ts';
import { issuesOf } from '../../render/refusal.ts';
import { Source } from '../../text/source/source.ts';
import { checkManifestText } from '../given/checks.ts';
import { findingsError } from '../plain/failures.ts';
import { plainReport } from '../plain/report.ts';
import type { MemoryAgent } from './one-agent.ts';

/** @throws ConsulCfgError with what is wrong with the estate */
export function estateAgents(caller: string, estate: EstateSpec): readonly MemoryAgent[] {
  const { expanded, findings, source } = readEstate(caller, estate);
  if (!expanded) throw new ConsulCfgError(caller, issuesOf(findings, source));
  return expanded.nodes.map(renderedAgent);
}

/** @throws InputError with what is wrong with the manifest */
export function manifestAgents(caller: string, text: string): readonly MemoryAgent[] {
  checkManifestText(caller, text);
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
