/**
 * The place of a value, and whether values at that place are secrets: by the option table of all releases, and by the name
 * where the table does not say what a key means.
 */

import { agent } from '../options/agent.ts';
import { containsSecret } from '../options/contains.ts';
import { any, type BlockKind, type Kind } from '../options/kinds.ts';
import { member } from '../options/lookup.ts';
import type { Option, Section } from '../options/option.ts';
import { own } from '../util/collections.ts';
import { isNearSecretName, isNearSecretOption, isSecretName } from './names.ts';

export interface Place {
  /** Every text here and below is a secret. */
  readonly secret: boolean;
  /** It is one by its name only: the table says nothing of the key. */
  readonly guessed: boolean;
  /** What the table says of the place; several where it hangs on the kind of a config entry. */
  readonly kinds: readonly Kind[];
  /** A key on the way is unknown to every release. */
  readonly stray: boolean;
  /** A block with secrets belongs here: one text in its place may well be the secret. */
  readonly holder: boolean;
  /** In a config entry, or where the agent hands on what it does not read. */
  readonly free: boolean;
  readonly steps: number;
}

/** The place of a section's options. */
export function rootOf(section: Section): Place {
  const kind: BlockKind = { shape: 'block', name: '', section: () => section };
  return { secret: false, guessed: false, kinds: [kind], stray: false, holder: false, free: false, steps: 0 };
}

export const rootPlace: Place = rootOf(agent);

/** What nests deeper is not searched. */
const deepest = 60;

/** The place of a member. */
export function below(place: Place, name: string): Place {
  if (place.secret || place.steps > deepest) return place;
  const kinds = place.kinds.flatMap(items);
  const options = kinds.flatMap((kind) => sectionsOf(kind).flatMap((section) => optionIn(section, name)));
  // What no release knows may be the name of a whole configuration: a variable, a key of Hiera, a local value.
  if (options.length === 0 && place.stray) options.push(...optionIn(agent, name));
  const isFree = place.free || kinds.some(({ shape }) => shape === 'variant' || shape === 'any');
  const steps = place.steps + 1;
  if (options.length > 0) {
    return {
      secret: options.some(({ secret }) => secret === true),
      guessed: place.stray,
      kinds: options.map(({ kind }) => kind),
      stray: place.stray,
      holder: !place.stray && options.some((option) => isGroup(option.kind) && containsSecret(option)),
      free: isFree,
      steps,
    };
  }
  const inner = kinds.flatMap((kind) => (kind.shape === 'map' ? [kind.of] : isUnread(kind) ? [any] : []));
  const stray = place.stray || inner.length === 0;
  const secret = isSecretName(name) || (stray ? isStraySecret(kinds, name) : isNearSecretName(name));
  return {
    secret,
    guessed: secret,
    kinds: inner.length > 0 ? inner : [any],
    stray,
    holder: false,
    free: isFree,
    steps,
  };
}

/** What a manifest writes in the place of a secret says where the secret is. */
export function belowInManifest(place: Place, name: string): Place {
  const isReference = place.secret && /^(?:env|file|generate|command)$/.test(name);
  return isReference ? { ...rootPlace, kinds: [any] } : below(place, name);
}

/** The place of a path such as `services[2].token`. */
export const placeAt = (path: string): Place =>
  path === ''
    ? rootPlace
    : path
        .replace(/\[\d*\]/g, '')
        .split('.')
        .reduce(below, rootPlace);

const items = (kind: Kind): Kind[] => (kind.shape === 'list' ? items(kind.of) : [kind]);

function sectionsOf(kind: Kind): Section[] {
  if (kind.shape === 'block') return [kind.section()];
  return kind.shape === 'variant' ? Object.values(kind.variants).map(({ block }) => block.section()) : [];
}

function optionIn(section: Section, name: string): Option[] {
  const option = own(section, name) ?? member(section, name)?.option;
  return option ? [option] : [];
}

const isUnread = (kind: Kind): boolean =>
  kind.shape === 'any' || (kind.shape === 'block' && kind.free !== undefined);

const isGroup = (kind: Kind): boolean => items(kind).some((item) => sectionsOf(item).length > 0);

/** Whoever misspells a key of a block with nothing but secrets has written a secret; else one with a name like it. */
function isStraySecret(kinds: readonly Kind[], name: string): boolean {
  const sections = kinds.flatMap(sectionsOf);
  if (sections.some(isAllSecret)) return true;
  const names = sections.flatMap((section) => Object.keys(section).filter((key) => section[key]?.secret));
  return isNearSecretOption(name, names);
}

function isAllSecret(section: Section): boolean {
  const texts = Object.values(section).filter(({ kind }) => kind.shape === 'string');
  return texts.length > 1 && texts.every(({ secret }) => secret === true);
}
