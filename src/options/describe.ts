/** An option in words, for `explain`, for docs and for editors. Nothing here decides anything. */
import type { Kind, ScalarKind } from './kinds.ts';
import { type Found, inherits } from './lookup.ts';
import type { Default, Deprecated, Option } from './option.ts';
import { isWritable, type Target } from './strict.ts';
import { defaultIn, defaultVersion, isByRole, knownIn, minors } from './versions.ts';

export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** What there is to know of an option beside its docs, in the order in which people ask. */
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
    ['change', inherits.reload(found) ? 'a reload takes a new value' : 'needs a restart'],
    ['refused', refusedText(kind)],
    ['flag', option.flag],
    ['aliases', option.aliases?.join(', ')],
    ['secret', inherits.secret(found) ? 'never shown in messages and reports' : undefined],
  ];
  return facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

export function typeText(kind: Kind): string {
  switch (kind.shape) {
    case 'any':
      return 'anything';
    case 'list':
      return `list: each ${typeText(kind.of)}`;
    case 'map':
      return `map: each value ${typeText(kind.of)}`;
    case 'block':
      return kind.free ? `block ${kind.name}, handed on unread` : `block ${kind.name}`;
    case 'variant':
      return `block, by its ${kind.tag}`;
    default:
      return kind.wants;
  }
}

/** The keys of a block that one may write. */
function optionsText(kind: Kind): string | undefined {
  switch (kind.shape) {
    case 'list':
    case 'map':
      return optionsText(kind.of);
    case 'variant':
      return Object.keys(kind.variants).join(', ');
    case 'block': {
      const written = Object.entries(kind.section()).filter(([, option]) => isWritable(option));
      return written.map(([key]) => key).join(', ');
    }
    default:
      return undefined;
  }
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

const editionText = (enterprise: Option['enterprise']): string | undefined =>
  enterprise && editions[enterprise];

const roleText = (role: Option['role']): string | undefined => role && `${role}s only`;

const refusals = {
  validate: 'another value: by `consul validate` and the agent',
  start: 'another value: only by the starting agent, not by `consul validate`',
  nobody: 'another value: by nobody; it has no effect, or fails later',
} as const;

function refusedText(kind: Kind): string | undefined {
  const scalar = scalarOf(kind);
  return scalar?.refusedBy && refusals[scalar.refusedBy];
}

function scalarOf(kind: Kind): ScalarKind | undefined {
  switch (kind.shape) {
    case 'list':
    case 'map':
      return scalarOf(kind.of);
    case 'block':
    case 'variant':
    case 'any':
      return undefined;
    default:
      return kind;
  }
}
