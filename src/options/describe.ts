/** An option in words, for `explain`, for docs and for editors. Nothing here decides anything. */
import { inForceText } from './in-force.ts';
import type { Kind } from './kinds.ts';
import { type Found, inherits } from './lookup.ts';
import type { Default, Deprecated, Option } from './option.ts';
import { isWritable, type Target } from './releases/release-keys.ts';
import { defaultIn, defaultVersion, isByRole, knownIn, minors } from './releases/versions.ts';
import { innermost, visitKind } from './visit.ts';

export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** The facts about an option besides its documentation, the most useful first. */
export function factsOf(found: Found, target: Target): readonly Fact[] {
  const { option, kind } = found;
  const deprecated = inherits.deprecated(found);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['type', typeText(kind)],
    ['options', optionsText(kind)],
    ['default', defaultText(option, target)],
    ['known', knownText(found, target)],
    ['deprecated', deprecated && deprecatedText(deprecated)],
    ['edition', editionText(inherits.enterprise(found))],
    ['role', roleText(inherits.role(found))],
    ['change', inForceText(found.path)],
    ['refused', refusedText(kind)],
    ['flag', option.flag],
    ['aliases', option.aliases?.join(', ')],
    ['secret', inherits.secret(found) ? 'never shown in messages and reports' : undefined],
  ];
  return facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

export const typeText = (kind: Kind): string =>
  visitKind(kind, {
    any: () => 'anything',
    list: ({ of }) => `list: each ${typeText(of)}`,
    map: ({ of }) => `map: each value ${typeText(of)}`,
    block: ({ name, free }) => (free ? `block ${name}, handed on unread` : `block ${name}`),
    variant: ({ tag }) => `block, by its ${tag}`,
    scalar: ({ wants }) => wants,
  });

/** The keys of a block that one may write. */
function optionsText(kind: Kind): string | undefined {
  const inner = innermost(kind);
  if (inner.shape === 'variant') return Object.keys(inner.variants).join(', ');
  if (inner.shape !== 'block') return undefined;
  const writable = Object.entries(inner.section()).filter(([, option]) => isWritable(option));
  return writable.map(([key]) => key).join(', ');
}

/** The default in one release; undefined where there is nothing to say. */
export function defaultText(option: Option, target: Target): string | undefined {
  const value = option.earlierDefaults
    ? defaultIn(option, target ?? defaultVersion, 'server')
    : option.default;
  return value === undefined ? option.unset : shownDefault(value);
}

function shownDefault(value: Default): string {
  if (!isByRole(value)) return JSON.stringify(value);
  return `${JSON.stringify(value.server)} on servers, ${JSON.stringify(value.client)} on clients`;
}

/** The releases that know it, and whether the target is one of them. */
function knownText({ trail }: Found, target: Target): string {
  const since = trail.map((option) => option.since).findLast((mark) => mark !== undefined);
  const removed = trail.map((option) => option.removed).find((mark) => mark !== undefined);
  const from = since ? `from Consul ${[since].flat().join(', ')} on` : `from before Consul ${minors[0]} on`;
  const isKnown = target === undefined || trail.every((option) => knownIn(option, target));
  return [from, removed && `until ${removed}`, !isKnown && `not in ${target}`]
    .filter((part) => part)
    .join(', ');
}

export function deprecatedText({ since, use, note }: Deprecated): string {
  return [`since ${since}`, ...(use ? [`use ${use}`] : []), ...(note ? [note] : [])].join('; ');
}

const editions = {
  ignored: 'Enterprise; the Community agent ignores it',
  refused: 'Enterprise; the Community agent refuses it',
  unknown: 'Enterprise; the Community agent does not know the key',
} as const;

export const editionText = (enterprise: Option['enterprise']): string | undefined =>
  enterprise && editions[enterprise];

const roleText = (role: Option['role']): string | undefined => role && `${role}s only`;

const refusals = {
  validate: 'another value: by `consul validate` and the agent',
  start: 'another value: only by the starting agent, not by `consul validate`',
  none: 'another value: neither by `consul validate` nor by the agent; it has no effect, or fails later',
} as const;

function refusedText(kind: Kind): string | undefined {
  const inner = innermost(kind);
  return 'refusedBy' in inner && inner.refusedBy ? refusals[inner.refusedBy] : undefined;
}
