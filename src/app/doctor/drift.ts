/** What an agent runs, option by option, next to what its files say. */
import type { Finding } from '../../finding.ts';
import { neededFor } from '../../model/change/effort.ts';
import { find } from '../../model/value-path.ts';
import { inForce } from '../../options/in-force.ts';
import { findOption, inherits } from '../../options/lookup.ts';
import { named } from '../../subjects/cluster/groups.ts';
import { toPlain } from '../../text/tree/value.ts';
import { groupBy } from '../../util/collections.ts';
import { agrees, isHidden } from './agree.ts';
import { type Expected, isNamed } from './expected.ts';
import { runtimeFields } from './generated/runtime-fields.ts';
import { fieldOf, memberOf } from './json.ts';
import { nameIn, type Observed } from './observe.ts';

export function driftFindings(agents: readonly Observed[], nodes: readonly Expected[]): readonly Finding[] {
  const drifts = agents.flatMap((agent) => {
    const name = nameIn(agent);
    const expected = name === undefined ? undefined : nodes.find(isNamed(name));
    if (!expected || agent.self.kind !== 'json') return [];
    const config = memberOf(agent.self.json, 'DebugConfig');
    return compared.flatMap((path) => driftOf(path, config, expected));
  });
  const groups = groupBy(drifts, ({ at, path, shown, written }) =>
    JSON.stringify([at.source.file, at.start, path, shown, written]),
  );
  return [...groups.values()].map(findingOf);
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

function driftOf(path: string, config: unknown, expected: Expected): readonly Drift[] {
  const { node, name } = expected;
  const value = find(node.config.resolved, path) ?? inherited(path, node);
  const shown = fieldOf(config, runtimeFields[path]![0]);
  const found = findOption(path);
  if (!value || !found || shown === undefined || isHidden(shown) || expected.isUnknown(path)) return [];
  const role = inherits.role(found);
  const written = toPlain(value);
  if (isEmpty(written) || (role !== undefined && role !== node.role)) return [];
  if (agrees(written, shown, runtimeFields[path]![1]) || isEquivalent(path, written, shown)) return [];
  const { effort, reason } = neededFor(path, node.role);
  const advice =
    effort === 'never' ? reason : `${reason}; if it still differs then, a flag of its command line wins`;
  return [{ name, path, shown: text(shown), written: text(written), advice, at: node.config.at(path) }];
}

/** Options that the cluster keeps in its state: what the agent has loaded is not what is in force. */
const isKept: ReadonlySet<string> = new Set(['election', 'first start']);

/** Whether what an agent runs is compared with what its files say of an option. */
export function isCompared(path: string): boolean {
  const found = findOption(path);
  const isShown = Object.hasOwn(runtimeFields, path);
  return found !== undefined && isShown && !isKept.has(inForce(path).moment) && !inherits.secret(found);
}

const compared: readonly string[] = Object.keys(runtimeFields).filter(isCompared);

/** What the sections of TLS take from `tls.defaults`. */
function inherited(path: string, { config }: Expected['node']) {
  const [, section, name] = /^tls\.(internal_rpc|https|grpc)\.(\w+)$/.exec(path) ?? [];
  // The agent never verifies what it calls by gRPC.
  if (name === undefined || (section === 'grpc' && name === 'verify_outgoing')) return undefined;
  return find(config.resolved, `tls.defaults.${name}`);
}

const isEmpty = (written: unknown): boolean =>
  written === null || written === '' || (Array.isArray(written) && written.length === 0);

/** One server alone bootstraps itself, and expects no others. */
const isEquivalent = (path: string, written: unknown, shown: unknown): boolean =>
  path === 'bootstrap_expect' && written === 1 && shown === 0;

const longest = 80;

function text(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > longest ? `${json.slice(0, longest)}…` : json;
}
