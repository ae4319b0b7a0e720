/** Which option each key of an object means, as Consul's decoder finds out: aliases first, then exact, then folded. */
import type { Finding } from '../../finding.ts';
import { type Hit, member as hit } from '../../options/lookup.ts';
import type { Option, Section } from '../../options/option.ts';
import { knownIn } from '../../options/releases/versions.ts';
import type { Member, ObjectValue } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';
import {
  ignoredWithWarning,
  notInVersion,
  spelledTwice,
  unknownEnterprise,
  unknownKey,
} from './decode-findings.ts';

export interface Match {
  /** The option's own name, however the file spells it. */
  readonly name: string;
  readonly option: Option;
  readonly member: Member;
}

interface Sink {
  readonly findings: Finding[];
  readonly version: string;
}

/** The members that the agent takes, in file order; for each other one a finding. */
export function matchMembers(raw: ObjectValue, section: Section, path: string, sink: Sink): Match[] {
  let taken: Map<string, Taken> | undefined;
  const matches: Match[] = [];
  for (const member of raw.members.values()) {
    const found = hit(section, member.name);
    if (!found) {
      sink.findings.push(unknownKey(member, section, path, sink.version));
      continue;
    }
    if (member.name !== found.name) {
      taken ??= new Map();
      if (!isFirst(member, found, raw, taken, path, sink)) continue;
    }
    if (accepted(found, member, path, sink)) {
      matches.push({ name: found.name, option: found.option, member });
    }
  }
  return matches;
}

interface Taken {
  readonly member: Member;
  readonly alias: boolean;
}

/**
 * Of a key that is not the option's own: false where another key of the object has the option already. An alias next to the canonical key, or next to
 * another alias, is dropped unread; any other second spelling is an unknown key to the agent.
 */
function isFirst(
  member: Member,
  { name, alias }: Hit,
  raw: ObjectValue,
  taken: Map<string, Taken>,
  path: string,
  sink: Sink,
): boolean {
  const exact = raw.members.get(name);
  const other = exact ? { member: exact, alias: false } : taken.get(name);
  if (!other) {
    taken.set(name, { member, alias: alias !== undefined });
    return true;
  }
  const dropped = alias !== undefined && (other.alias || other.member.name === name);
  if (!dropped) sink.findings.push(spelledTwice(member, other.member, memberPath(path, name)));
  return false;
}

/** False, with a finding, where this release or the community edition refuses the key. */
function accepted({ name, option }: Hit, member: Member, parent: string, sink: Sink): boolean {
  if (!option.ignoredWithWarning && !option.enterprise && knownIn(option, sink.version)) return true;
  const path = memberPath(parent, name);
  if (option.ignoredWithWarning) sink.findings.push(ignoredWithWarning(member, path));
  else if (!knownIn(option, sink.version))
    sink.findings.push(notInVersion(option, member, path, sink.version));
  else if (option.enterprise === 'unknown') sink.findings.push(unknownEnterprise(member, path));
  else return true;
  return false;
}
