/**
 * Asking only what is not known yet. A rule that found nothing in one agent finds nothing either in another that is the
 * same in all that it looked at. What a rule looks at is not declared but watched, so that no rule can say it wrong.
 */
import type { Likeness } from './likeness.ts';
import { everyOption, itself, type Look } from './watched.ts';

/** Rules for files, rules for agents, or checks: things that find something in a subject, or nothing. */
export interface Questions<S, Q> {
  /** All that concern a subject; the same list for all subjects of one kind. */
  readonly about: (subject: S) => readonly Q[];
  readonly finds: (question: Q, subject: S) => boolean;
  /** True where the answer is the sum of the answers for every option alone. */
  readonly memberwise: (question: Q) => boolean;
  /** The subject, telling what is looked at. */
  readonly watch: (subject: S, look: Look) => S;
  /** The subject with some of its options only. */
  readonly narrow: (subject: S, options: ReadonlySet<string>) => S;
}

/** What must be asked of all subjects that are alike, and what first of that alone in which they differ. */
interface Open<Q> {
  readonly asked: readonly Q[];
  readonly memberwise: readonly Q[];
}

/** @returns the questions to which the subject may give another answer than none */
export function openQuestions<S extends object, Q>(
  questions: Questions<S, Q>,
): (subject: S, likeness: Likeness<S> | undefined) => readonly Q[] {
  const { about, finds, narrow } = questions;
  const looksOf = looksAt(questions);
  const known = new WeakMap<Likeness<S>, Open<Q>>();
  return (subject, likeness) => {
    if (!likeness) return about(subject);
    let open = known.get(likeness);
    if (!open) {
      open = openTo(likeness, looksOf(likeness.model), questions);
      known.set(likeness, open);
    }
    if (open.memberwise.length === 0) return open.asked;
    const part = narrow(subject, likeness.differs);
    const found = open.memberwise.filter((question) => finds(question, part));
    return found.length === 0 ? open.asked : [...open.asked, ...found];
  };
}

/** What each question looked at in a subject where it found nothing; undefined where no answer can be had again. */
type Looks<Q> = ReadonlyMap<Q, ReadonlySet<string> | undefined>;

function looksAt<S extends object, Q>({ about, finds, watch }: Questions<S, Q>): (model: S) => Looks<Q> {
  const known = new WeakMap<S, Looks<Q>>();
  return (model) => {
    const found = known.get(model);
    if (found) return found;
    const looks = new Map(
      about(model).map((question) => {
        const seen = new Set<string>();
        const isFound = finds(
          question,
          watch(model, (at) => seen.add(at)),
        );
        return [question, isFound || seen.has(itself) ? undefined : seen];
      }),
    );
    known.set(model, looks);
    return looks;
  };
}

function openTo<S, Q>({ differs }: Likeness<S>, looks: Looks<Q>, { memberwise }: Questions<S, Q>): Open<Q> {
  const asked: Q[] = [];
  const narrowed: Q[] = [];
  for (const [question, seen] of looks) {
    if (!seen || [...differs].some((name) => seen.has(name))) asked.push(question);
    else if (differs.size === 0 || !seen.has(everyOption)) continue;
    else (memberwise(question) ? narrowed : asked).push(question);
  }
  return { asked, memberwise: narrowed };
}
