/** The names of rules as people write them, in settings, in comments and on the command line. */

import { closest } from 'fastest-levenshtein';
import { type RuleId, ruleIds } from '../rule-ids.ts';
import { own } from '../util/collections.ts';
import { renamed } from './renamed.ts';

const known: ReadonlySet<string> = new Set(ruleIds);

const subjects: ReadonlySet<string> = new Set(ruleIds.map(subjectOf));

/** `tls` of `tls/min-version`. */
export function subjectOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/**
 * True for an id, and for a subject as `join/*`.
 *
 * @param own ids of rules besides those of the catalogue
 */
export const isRuleName = (name: string, own: readonly string[] = []): boolean =>
  known.has(name) ||
  own.includes(name) ||
  (name.endsWith('/*') &&
    (subjects.has(subjectOf(name)) || own.some((id) => subjectOf(id) === subjectOf(name))));

/** The id of a rule that was renamed, by its old one. */
export const renamedTo = (name: string): RuleId | undefined => own(renamed, name);

/**
 * The rule whose id is most similar to this name, by its present id where an old one is; for `patrni/*` the most similar
 * subject, `patroni/*`.
 */
export function nearestRule(name: string): string {
  if (name.endsWith('/*'))
    return closest(
      name,
      [...subjects].map((subject) => `${subject}/*`),
    );
  const nearest = closest(name, [...ruleIds, ...Object.keys(renamed)]);
  return renamedTo(nearest) ?? nearest;
}
