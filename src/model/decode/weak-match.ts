/** Which option each key of a config entry means: a Go name or its snake_case alias, in any letter case. */
import { foldKey, member as hit } from '../../options/lookup.ts';
import type { Option, Section } from '../../options/option.ts';
import type { Member, ObjectValue } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';
import type { Below } from './weak-fault.ts';

export interface Match {
  readonly option: Option;
  readonly member: Member;
}

/** Which member sets which option; the others are faults, or dropped unread. */
export function matched(
  raw: ObjectValue,
  section: Section,
  options: Below,
  path: string,
  also: readonly string[],
): ReadonlyMap<string, Match> {
  const matches = new Map<string, Match>();
  for (const member of raw.members.values()) {
    if (also.includes(member.name)) continue;
    const found = hit(section, member.name);
    const at = memberPath(path, member.name);
    if (!found || also.includes(found.name)) {
      if (!options.open) {
        options.onFault({ code: 'unknown', path: at, at: member.key, section, key: member.name });
      }
      continue;
    }
    const { name, option } = found;
    const first = matches.get(name)?.member;
    if (!first || isPlain(member, option)) matches.set(name, { option, member });
    if (first && !options.open && !isDropped(first, member, option))
      options.onFault({ code: 'twice', path: at, at: member.key, option });
  }
  return matches;
}

/** Written as the field of the Go struct in lower case: it wins over the snake_case alias, which is dropped. */
const isPlain = ({ name }: Member, { aliases = [] }: Option): boolean =>
  aliases.some((alias) => alias.toLowerCase() === name);

/** Of two spellings that both are the alias, or alias and plain, one is dropped; any others are an unknown key. */
function isDropped(first: Member, second: Member, option: Option): boolean {
  const isAlias = ({ name }: Member): boolean =>
    option.aliases?.every((alias) => foldKey(alias) !== foldKey(name)) === true;
  const mayLead = (member: Member): boolean => isAlias(member) || isPlain(member, option);
  return (isAlias(first) && mayLead(second)) || (isAlias(second) && mayLead(first));
}
