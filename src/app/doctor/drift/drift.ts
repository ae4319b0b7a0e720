/** What an agent runs, option by option, next to what its files say. */
import type { Finding } from '../../../finding.ts';
import { neededFor } from '../../../model/change/effort.ts';
import { inForce } from '../../../options/in-force.ts';
import { findOption, inherits } from '../../../options/lookup.ts';
import { named } from '../../../subjects/cluster/groups.ts';
import { toPlain } from '../../../text/tree/value.ts';
import { groupBy } from '../../../util/collections.ts';
import { agrees } from '../agree.ts';
import { type Expected, isNamed } from '../expected.ts';
import { runtimeFields } from '../generated/runtime-fields.ts';
import { memberOf } from '../json.ts';
import { nameIn, type Observed } from '../observe.ts';
import { isHidden } from '../same.ts';
import { isKeptField, shownAt } from '../shown.ts';
import { definitionDrift } from './definitions.ts';
import { removedFindings } from './removed.ts';
import { isHandedOut, type Running, text, writtenAt } from './running.ts';

export function driftFindings(agents: readonly Observed[], nodes: readonly Expected[]): readonly Finding[] {
  const running = agents.flatMap((agent): readonly Running[] => {
    const name = nameIn(agent);
    const expected = name === undefined ? undefined : nodes.find(isNamed(name));
    if (!expected || agent.self.kind !== 'json') return [];
    return [{ expected, self: agent.self.json, config: memberOf(agent.self.json, 'DebugConfig') }];
  });
  const drifts = running.flatMap((one) => compared.flatMap((path) => driftOf(path, one)));
  const groups = groupBy(drifts, ({ at, path, shown, written }) =>
    JSON.stringify([at.source.file, at.start, path, shown, written]),
  );
  return [
    ...[...groups.values()].map(findingOf),
    ...definitionDrift(running),
    ...removedFindings(running, compared),
  ];
}

interface Drift {
  readonly name: string;
  readonly path: string;
  readonly shown: string;
  readonly written: string;
  readonly advice: string;
  readonly at: Finding['at'];
}

/** One line of a manifest is for many nodes. */
function findingOf(drifts: readonly Drift[]): Finding {
  const { path, shown, written, advice, at } = drifts[0]!;
  const names = named(drifts.map(({ name }) => name));
  const runs = drifts.length === 1 ? 'runs' : 'run';
  return {
    rule: 'live/drift',
    severity: 'warning',
    message: `${names} ${runs} ${path} = ${shown}, and the files say ${written}: ${advice}`,
    at,
    path,
  };
}

function driftOf(path: string, { expected, config }: Running): readonly Drift[] {
  const { node, name } = expected;
  const value = writtenAt(path, node);
  const shown = shownAt(config, runtimeFields[path]![0]);
  const found = findOption(path);
  if (!value || !found || shown === undefined || isHidden(shown) || expected.isUnknown(path)) return [];
  const role = inherits.role(found);
  const written = toPlain(value);
  if (isEmpty(written) || (role !== undefined && role !== node.role) || isHandedOut(path, config)) return [];
  if (agrees(written, shown, runtimeFields[path]![1])) return [];
  const { effort, reason } = neededFor(path, node.role);
  const advice =
    effort === 'never' ? reason : `${reason}; if it still differs then, a flag of its command line wins`;
  return [{ name, path, shown: text(shown), written: text(written), advice, at: node.config.at(path) }];
}

/** Options that the cluster keeps in its state: what the agent has loaded is not what is in force. */
const isKept: ReadonlySet<string> = new Set(['election', 'first start']);

const isDefinition: ReadonlySet<string> = new Set(['services', 'checks', 'watches']);

/** Whether what an agent, or its cluster, runs is compared with what files say of an option. */
export function isCompared(path: string): boolean {
  const found = findOption(path);
  const field = runtimeFields[path]?.[0];
  // The ring has it, of which only whether a key is in use is looked at.
  if (path === 'encrypt') return true;
  if (!found || field === undefined || inherits.secret(found) || path === 'watches') return false;
  return isKeptField(field) || !isKept.has(inForce(path).moment);
}

const compared: readonly string[] = Object.keys(runtimeFields).filter(
  (path) => isCompared(path) && !isDefinition.has(path) && !isKeptField(runtimeFields[path]![0]),
);

const isEmpty = (written: unknown): boolean =>
  written === null || written === '' || (Array.isArray(written) && written.length === 0);
