/** The names of rules as people write them, in settings, in comments and on the command line. */
import { closest } from 'fastest-levenshtein';
import { type RuleId, ruleIds } from '../rule-ids.ts';
import { renamed } from './renamed.ts';

const known: ReadonlySet<string> = new Set(ruleIds);

const subjects: ReadonlySet<string> = new Set(ruleIds.map(subjectOf));

/** `tls` of `tls/min-version`. */
export function subjectOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** True for an id, and for a subject as `join/*`. */
export const isRuleName = (name: string): boolean =>
  known.has(name) || (name.endsWith('/*') && subjects.has(subjectOf(name)));

/** The rule that is now called otherwise. */
export const renamedTo = (name: string): RuleId | undefined =>
  Object.hasOwn(renamed, name) ? renamed[name] : undefined;

/** The rule whose name is most like this one. */
export const nearestRule = (name: string): RuleId =>
  closest(name, ruleIds as readonly string[] as string[]) as RuleId;
