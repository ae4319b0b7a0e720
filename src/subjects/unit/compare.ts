/** What differs between two units of one agent, besides the flags, which are options. */
import { type Effort, efforts } from '../../model/change/effort.ts';
import type { Role } from '../../options/option.ts';
import type { Directive } from '../../text/systemd.ts';
import { wordsOf } from '../../text/systemd.ts';
import type { Unit } from './unit.ts';

export interface UnitChange {
  /** Such as `Service.User`. */
  readonly directive: string;
  /** Undefined where it is not set. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What options need, together with their unit: that is in force from the next start on. */
export function effortWith(effort: Effort, unit: readonly UnitChange[], role: Role): Effort {
  if (unit.length === 0 || efforts.indexOf(effort) >= efforts.indexOf('restart')) return effort;
  return role === 'server' ? 'rolling' : 'restart';
}

/** In the order of the names. Neither of them: nothing is known of what starts the agent there. */
export function compareUnits(before: Unit | undefined, after: Unit | undefined): readonly UnitChange[] {
  if (!before || !after) return [];
  const [from, to] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...from.keys(), ...to.keys()])].sort().flatMap((directive) => {
    const change = { directive, before: from.get(directive), after: to.get(directive) };
    return change.before === change.after ? [] : [change];
  });
}

/** Several values of one directive as lines, since most of those that may be repeated add up. */
function valuesOf(unit: Unit): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { section, name } of unit.texts.flatMap(({ directives }) => directives)) {
    const key = `${section}.${name}`;
    if (values.has(key)) continue;
    const all = unit.all(section as 'Service', name);
    const texts =
      name === 'ExecStart'
        ? all.map((directive) => withoutFlags(directive, unit))
        : all.map(({ value }) => value);
    if (texts.length > 0) values.set(key, texts.join('\n'));
  }
  return values;
}

/** Up to `agent`: what comes behind are options, which are compared as such. */
function withoutFlags(directive: Directive, { words: behind }: Unit): string {
  const words = wordsOf(directive);
  const first = behind[0]?.at.start;
  const own = first === undefined ? words : words.filter(({ at }) => at.start < first);
  return own.map(({ text }) => text).join(' ');
}
