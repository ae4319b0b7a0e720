/** What changed on hosts and in whole estates: the configuration of each node with its flags, and its unit. */
import { posix } from 'node:path';
import { isFailed } from '../../../app/failure.ts';
import { nodesIn, openSession } from '../../../app/lint/session.ts';
import { machineFiles } from '../../../app/machine/files.ts';
import { type Effort, efforts } from '../../../model/change/effort.ts';
import { listFiles } from '../../../model/load/directory.ts';
import { withoutSecretsOf } from '../../../secrets/run/hide.ts';
import type { Node } from '../../../subjects/subjects.ts';
import { compareUnits, effortWith, type UnitChange } from '../../../subjects/unit/compare.ts';
import { type CompareOptions, type Comparison, comparisonOf } from '../../compare.ts';
import { concealSecrets } from '../../conceal.ts';
import { checkOptions } from '../../given/options.ts';
import { failedError } from '../../plain/failures.ts';
import { directoryOf, type PathOptions, pathOptions } from '../paths.ts';
import { pathSession } from '../session.ts';
import { compare } from './agent.ts';

export interface NodeComparison extends Comparison {
  readonly name: string;
  /** Directives of the unit that changed, without secrets. The agent is started anew for them, after `systemctl daemon-reload`. */
  readonly unit: readonly UnitChange[];
}

export interface EstateComparison {
  /** The hardest of all nodes. */
  readonly effort: Effort;
  readonly nodes: readonly NodeComparison[];
  /** Nodes that only the second has. */
  readonly added: readonly string[];
  /** Nodes that only the first has. */
  readonly removed: readonly string[];
}

/**
 * Compares two files, two directories of one agent, two hosts, or two trees of nodes, such as what runs with what `render` wrote.
 * Nodes are the same by the names of their directories, else of the agents; two that are alone are the same in any case.
 *
 * @throws InputError where a path cannot be read or holds no configuration, with all reasons
 */
export async function compareHosts(
  before: string,
  after: string,
  options: CompareOptions & PathOptions = {},
): Promise<EstateComparison> {
  checkOptions('compareHosts()', options, { ...pathOptions, consul: 'any' });
  if ([before, after].every((path) => isOneAgent(path, options))) {
    const comparison = compare(before, after, options);
    return {
      effort: comparison.effort,
      nodes: [{ ...comparison, name: after, unit: [] }],
      added: [],
      removed: [],
    };
  }
  return comparisonOfNodes(await nodesAt(before, options), await nodesAt(after, options));
}

/** What an agent is given: a file, or a directory of which it loads something. */
function isOneAgent(path: string, options: PathOptions): boolean {
  const files = machineFiles(directoryOf(options));
  if (files.stat(path) !== 'directory') return true;
  const entries = files.list(path) ?? [];
  if (entries.some(({ name }) => name.endsWith('.service'))) return false;
  return listFiles([path], files).files.length > 0;
}

async function nodesAt(path: string, options: CompareOptions & PathOptions): Promise<readonly Node[]> {
  const caller = 'compareHosts()';
  const session = await openSession(await pathSession(caller, path, options));
  if (isFailed(session)) throw failedError(caller, session);
  const nodes = nodesIn(session.found);
  if (nodes.length === 0) throw failedError(caller, { failures: [{ kind: 'empty', path }] });
  return nodes;
}

function comparisonOfNodes(before: readonly Node[], after: readonly Node[]): EstateComparison {
  const areOne = before.length === 1 && after.length === 1;
  const earlier = new Map(before.map((node) => [areOne ? '' : nameOf(node), node]));
  const names = new Set(after.map((node) => (areOne ? '' : nameOf(node))));
  const nodes = after.flatMap((node): NodeComparison[] => {
    const other = earlier.get(areOne ? '' : nameOf(node));
    return other ? [comparisonOfNode(other, node)] : [];
  });
  const efforted = nodes.map(({ effort }) => efforts.indexOf(effort));
  return {
    effort: efforts[Math.max(0, ...efforted)] ?? 'none',
    nodes,
    added: areOne ? [] : after.filter((node) => !earlier.has(nameOf(node))).map(shownName),
    removed: areOne ? [] : before.filter((node) => !names.has(nameOf(node))).map(shownName),
  };
}

const nameOf = ({ host, name }: Node): string => (host === undefined ? name : posix.basename(host));

const shownName = (node: Node): string => withoutSecretsOf(node.config.written.source, nameOf(node));

function comparisonOfNode(before: Node, after: Node): NodeComparison {
  const { effort, changes } = comparisonOf(before, after);
  const unit = compareUnits(before.unit, after.unit).map(shown);
  return { name: shownName(after), effort: effortWith(effort, unit, after.role), changes, unit };
}

const shown = ({ directive, before, after }: UnitChange): UnitChange => ({
  directive,
  before: before === undefined ? before : concealSecrets(before),
  after: after === undefined ? after : concealSecrets(after),
});
