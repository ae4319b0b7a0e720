/** Options that a cluster keeps for itself, next to what the files say: no reload or restart brings those into force. */
import type { Finding } from '../../../finding.ts';
import { neededFor } from '../../../model/change/effort.ts';
import { find } from '../../../model/value-path.ts';
import { named } from '../../../subjects/cluster/groups.ts';
import { toPlain } from '../../../text/tree/value.ts';
import { groupBy } from '../../../util/collections.ts';
import { agrees } from '../agree.ts';
import type { Look } from '../cluster/look.ts';
import { keysOf } from '../definitions.ts';
import { type Expected, isServer } from '../expected.ts';
import { runtimeFields } from '../generated/runtime-fields.ts';
import { same } from '../same.ts';
import { isKeptField, keptFields } from '../shown.ts';
import { text } from './running.ts';

const kept: readonly string[] = Object.keys(runtimeFields).filter((path) =>
  isKeptField(runtimeFields[path]![0]),
);

/** What only answers of the cluster show, and which of them the files make worth asking for. */
export const keptQuestions = (nodes: readonly Expected[]): ReadonlySet<'autopilot' | 'ca'> =>
  new Set(
    kept
      .filter((path) => nodes.some(({ node }) => find(node.config.resolved, path) !== undefined))
      .map((path) => (path.startsWith('autopilot.') ? 'autopilot' : 'ca')),
  );

interface Drift {
  readonly path: string;
  readonly shown: string;
  readonly written: string;
  readonly at: Finding['at'];
}

export function keptFindings(look: Look): readonly Finding[] {
  const { autopilot, ca } = look.cluster.answers;
  const json = (answer: typeof ca): unknown => (answer?.kind === 'json' ? answer.json : undefined);
  const shown = keptFields(json(autopilot), json(ca));
  const servers = look.nodes.filter(isServer);
  const drifts = servers.flatMap((server) => kept.flatMap((path) => driftOf(path, server, shown)));
  const groups = groupBy(drifts, ({ path, written }) => `${path} ${written}`);
  return [...[...groups.values()].map(findingOf), ...keyFindings(look, servers)];
}

function findingOf(group: readonly Drift[]): Finding {
  const { path, shown, written, at } = group[0]!;
  const isPart = path.startsWith('connect.ca_config.');
  const { reason } = neededFor(
    path,
    'server',
    path.startsWith('autopilot.') ? JSON.parse(written).toString() : undefined,
  );
  const has = shown === '' ? `has no ${path}` : `keeps ${path} = ${shown}`;
  return {
    rule: 'live/drift',
    severity: 'warning',
    message: `the cluster ${has}, and the files say ${written}: ${reason}, or write into the files what the cluster has`,
    at,
    path: isPart ? 'connect.ca_config' : path,
  };
}

function driftOf(path: string, server: Expected, shown: Readonly<Record<string, unknown>>): readonly Drift[] {
  const { node, isUnknown } = server;
  const [field, form] = runtimeFields[path]!;
  const value = find(node.config.resolved, path);
  if (!value || isUnknown(path) || shown[field] === undefined) return [];
  const written = toPlain(value);
  if (form !== 'keys') {
    if (agrees(written, shown[field], form)) return [];
    return [{ path, shown: text(shown[field]), written: text(written), at: node.config.at(path) }];
  }
  // The keys of one provider mean nothing to another.
  const provider = node.config.string('connect.ca_provider');
  if (provider !== undefined && provider !== shown['ca:Provider']) return [];
  return keysOf(written, shown[field])
    .filter(([, one, other]) => !same(one, other))
    .map(([key, one, other]) => ({
      path: `${path}.${key}`,
      shown: other === undefined ? '' : text(other),
      written: text(one),
      at: node.config.at(`${path}.${key}`),
    }));
}

/** The gossip key of the files and the one in use; neither is shown. */
function keyFindings({ cluster, state }: Look, servers: readonly Expected[]): readonly Finding[] {
  const ring = state.rings.find(({ isWan }) => !isWan);
  if (!ring || ring.primary.length === 0) return [];
  const others = servers.filter(({ node, isUnknown }) => {
    const key = isUnknown('encrypt') ? undefined : node.config.string('encrypt');
    return key !== undefined && !ring.primary.some((one) => isOneKey(one, key));
  });
  if (others.length === 0) return [];
  const { reason } = neededFor('encrypt', 'server');
  const message =
    `${named(others.map(({ name }) => name))}: the gossip key of the files is not the one that ${cluster.datacenter ?? 'the cluster'} encrypts with: ` +
    `${reason}, or write the key in use into the files`;
  const at = others[0]!.node.config.at('encrypt');
  return [{ rule: 'live/drift', severity: 'warning', message, at, path: 'encrypt' }];
}

const isOneKey = (one: string, other: string): boolean =>
  Buffer.from(one, 'base64').equals(Buffer.from(other, 'base64'));
