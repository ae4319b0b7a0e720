/** What changed between two releases that no program can decide: for the agents that it concerns, release by release. */
import { compareVersions, isAtLeast } from '../../options/releases/versions.ts';
import { placeAt } from '../../secrets/place.ts';
import { hasSecret } from '../../secrets/values.ts';
import { aclsEnabled, isServer } from '../../subjects/agent/predicates.ts';
import type { Node } from '../../subjects/subjects.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import { isWritten } from './evidence.ts';
import type { Audience, GeneralSentence, Note, PlacedSentence } from './note.ts';
import { to112 } from './notes/to-1.12.ts';
import { to114 } from './notes/to-1.14.ts';
import { to117 } from './notes/to-1.17.ts';
import { to21 } from './notes/to-2.1.ts';

export interface Decision {
  /** The release from which on it counts. */
  readonly since: string;
  readonly message: string;
  /** The agent that it concerns; absent where no file of an agent shows whom. */
  readonly place?: { readonly node: string; readonly at: Span; readonly path: string };
}

/** Every change, oldest first. */
export const notes: readonly Note[] = [...to112, ...to114, ...to117, ...to21];

/** What the way from one release to another asks of these nodes, oldest first. A sentence for all is given only where the note has no place. */
export function decisions(nodes: readonly Node[], from: string, to: string): readonly Decision[] {
  const onTheWay = notes.filter((note) => isOnTheWay(note, from, to));
  return onTheWay.flatMap(({ since, seen }) => {
    const placed = seen.flatMap((way) => (way.kind === 'place' ? placesOf(since, way, nodes) : []));
    if (placed.length > 0) return placed;
    return seen.flatMap((way) => (way.kind === 'all' ? generalOf(since, way, nodes, [from, to]) : []));
  });
}

function isOnTheWay({ since, fixed, from: first }: Note, from: string, to: string): boolean {
  if (!isAtLeast(to, since) || compareVersions(since, from) <= 0) return false;
  if (fixed !== undefined && isAtLeast(to, fixed)) return false;
  return first === undefined || isAtLeast(from, first);
}

const placesOf = (since: string, { message, concerns }: PlacedSentence, nodes: readonly Node[]): Decision[] =>
  nodes.flatMap((node) => {
    const found = concerns(node);
    if (!found) return [];
    return [{ since, message, place: { node: node.name, at: placeIn(node, found.path), path: found.path } }];
  });

/** An option that is not set belongs into a file that holds more than secrets, such as those that `render` writes apart. */
function placeIn({ config, files }: Node, path: string): Span {
  const { written } = config;
  const at = config.at(path);
  if (at.source !== written.source || at.start !== written.start) return at;
  const file = files.find(({ raw }) => raw && !holdsOnlySecrets(raw));
  return file?.raw ? spanOf(file.raw) : at;
}

const holdsOnlySecrets = ({ members }: ObjectValue): boolean =>
  [...members.values()].every(({ name, value }) => hasSecret(value, { place: placeAt(name) }));

const generalOf = (
  since: string,
  { message, audience }: GeneralSentence,
  nodes: readonly Node[],
  releases: readonly string[],
): Decision[] => (isThere(audience, nodes, releases) ? [{ since, message }] : []);

/** False where the files show that the note is for others. */
function isThere(audience: Audience, nodes: readonly Node[], releases: readonly string[]): boolean {
  switch (audience) {
    case 'everyone':
      return true;
    case 'servers':
      return nodes.some(isServer);
    case 'acl':
      return nodes.some(({ config }) => aclsEnabled(config));
    case 'mesh':
      return !nodes.some(({ config }) => config.value('connect.enabled') && !config.bool('connect.enabled'));
    case 'enterprise':
      return releases.some((release) => /ent/.test(release)) || nodes.some(isEnterprise);
  }
}

const isEnterprise = isWritten('license_path', 'audit', 'partition', 'segment', 'segments', 'reporting');
