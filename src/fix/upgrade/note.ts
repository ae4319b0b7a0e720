/** One thing that changed between two releases, and how a person who upgrades learns of it. */
import type { RuleId } from '../../rule-ids.ts';
import type { Node } from '../../subjects/subjects.ts';

/** The vendor's page of upgrades, his list of changes, or the code of two releases compared. */
export type NoteSource = 'upgrade page' | 'changelog' | 'code';

/** A place in the files of a node that a change concerns. */
export interface Concern {
  /** The option that it hangs on, or would be set with. */
  readonly path: string;
}

/** What upgrade says where it finds the place. */
export interface PlacedSentence {
  readonly kind: 'place';
  readonly message: string;
  /** Undefined where the change does not concern the node. */
  readonly concerns: (node: Node) => Concern | undefined;
}

/** Whom a note is for that no file shows. */
export type Audience = 'everyone' | 'mesh' | 'acl' | 'enterprise' | 'servers';

/** What upgrade says without a place, since no file of an agent shows it. */
export interface GeneralSentence {
  readonly kind: 'all';
  readonly message: string;
  readonly audience: Audience;
}

export type Seen =
  /** Rules report it for the new release. */
  | { readonly kind: 'rules'; readonly rules: readonly RuleId[] }
  | PlacedSentence
  | GeneralSentence
  /** There is nothing to do or decide. */
  | { readonly kind: 'nothing'; readonly reason: string };

export interface Note {
  /** Unique among the notes. */
  readonly id: string;
  /** The release from which on it counts. */
  readonly since: string;
  /** The first release without it, where it is for some patches only: reported to those who upgrade to one of these. */
  readonly fixed?: string;
  /** Reported only to those who come from a release at or after this one. */
  readonly from?: string;
  /** What the vendor calls it. */
  readonly title: string;
  readonly source: NoteSource;
  readonly seen: readonly Seen[];
}

/** A row of the tables: `since id`, the vendor's title, and how it is seen. */
export const note = (
  key: `${string} ${string}`,
  title: string,
  seen: Seen | readonly Seen[],
  more: Partial<Pick<Note, 'fixed' | 'from' | 'source'>> = {},
): Note => {
  const [since = '', id = ''] = key.split(' ');
  return { id, since, title, source: 'upgrade page', seen: [seen].flat(), ...more };
};

export const byRules = (...rules: readonly RuleId[]): Seen => ({ kind: 'rules', rules });

export const nothing = (reason: string): Seen => ({ kind: 'nothing', reason });

export const toAll = (audience: Audience, message: string): Seen => ({ kind: 'all', audience, message });

/** Reported at an option, where the condition holds. */
export const atOption = (path: string, concerns: (node: Node) => boolean, message: string): Seen => ({
  kind: 'place',
  message,
  concerns: (node) => (concerns(node) ? { path } : undefined),
});

/** Reported at the place that the condition finds. */
export const atFound = (find: (node: Node) => string | undefined, message: string): Seen => ({
  kind: 'place',
  message,
  concerns: (node) => {
    const path = find(node);
    return path === undefined ? undefined : { path };
  },
});
