/** What an agent runs, option by option, next to what its files say. */
import type { Finding } from '../../../finding.ts';
import { neededFor } from '../../../model/change/effort.ts';
import { find } from '../../../model/value-path.ts';
import { inForce } from '../../../options/in-force.ts';
import { findOption, inherits } from '../../../options/lookup.ts';
import { named } from '../../../subjects/cluster/groups.ts';
import { toPlain } from '../../../text/tree/value.ts';
import { groupBy } from '../../../util/collections.ts';
import { agrees } from '../agree.ts';
import { type Expected, isNamed } from '../expected.ts';
import { runtimeFields } from '../generated/runtime-fields.ts';
import { fieldOf, memberOf } from '../json.ts';
import { nameIn, type Observed } from '../observe.ts';
import { isHidden } from '../same.ts';
import { isKeptField, shownAt } from '../shown.ts';
import { definitionDrift } from './definitions.ts';
import { removedFindings } from './removed.ts';

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

/** An agent that answers, and what its files say. */
export interface Running {
  readonly expected: Expected;
  readonly self: unknown;
  /** DebugConfig. */
  readonly config: unknown;
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
  const value = valueOf(path, node);
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

/** What files say of an option, by itself or by what it takes its value from. */
export const valueOf = (path: string, node: Expected['node']) =>
  find(node.config.resolved, path) ?? inherited(path, node);

/** What the sections of TLS take from `tls.defaults`. */
function inherited(path: string, { config }: Expected['node']) {
  const [, section, name] = /^tls\.(internal_rpc|https|grpc)\.(\w+)$/.exec(path) ?? [];
  // The agent never verifies what it calls by gRPC.
  if (name === undefined || (section === 'grpc' && name === 'verify_outgoing')) return undefined;
  return find(config.resolved, `tls.defaults.${name}`);
}

/** What servers hand out to a client with auto_config takes the place of what its files say. */
export const isHandedOut = (path: string, config: unknown): boolean =>
  fieldOf(config, 'AutoConfig.Enabled') === true &&
  fieldOf(config, 'ServerMode') === false &&
  /^(?:acl|tls|encrypt\w*|datacenter|primary_datacenter|retry_join|node_name|auto_encrypt|connect)(?:\.|$)/.test(
    path,
  );

const isEmpty = (written: unknown): boolean =>
  written === null || written === '' || (Array.isArray(written) && written.length === 0);

const longest = 80;

export function text(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > longest ? `${json.slice(0, longest)}…` : json;
}
