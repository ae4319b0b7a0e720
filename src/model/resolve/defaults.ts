/** What the agent adds to a configuration: the defaults of a release and role, where no file says anything. */

import { agent as root } from '../../options/agent.ts';
import type { Option, Role, Section } from '../../options/option.ts';
import { defaultIn, knownIn } from '../../options/releases/versions.ts';
import { Source } from '../../text/source/source.ts';
import { emptyObject } from '../../text/tree/make.ts';
import { fromPlain, type Member, type ObjectValue } from '../../text/tree/value.ts';
import type { Agent } from '../agent.ts';

/** The source of defaults. */
export const builtIn = new Source('default', '');

const nowhere = builtIn.span(0, 0);

/** The agent's configuration with every default of its release and role; what files say comes first. */
export function withDefaults({ config, version, role }: Agent): ObjectValue {
  return fill(config.resolved, root, { version, role });
}

interface Target {
  readonly version: string;
  readonly role: Role;
}

function fill(object: ObjectValue, section: Section, target: Target): ObjectValue {
  const members = new Map(object.members);
  for (const [name, option] of Object.entries(section)) {
    if (!isOffered(option, target.version)) continue;
    const written = members.get(name);
    const filled = memberOf(name, option, written, target);
    if (filled) members.set(name, filled);
  }
  return { ...object, members };
}

/** Old and internal options, and those of Enterprise, are shown only where a file writes them. */
const isOffered = (option: Option, version: string): boolean =>
  !option.deprecated && !option.internal && !option.enterprise && !option.refused && knownIn(option, version);

function memberOf(
  name: string,
  option: Option,
  written: Member | undefined,
  target: Target,
): Member | undefined {
  const { kind } = option;
  if (kind.shape === 'block') {
    if (kind.free || kind.replaced) return written;
    const given = written?.value.kind === 'object' ? written.value : undefined;
    if (written && !given) return written;
    const value = fill(given ?? emptyObject(nowhere), kind.section(), target);
    return value.members.size > 0 ? { name, key: written?.key ?? nowhere, value } : written;
  }
  if (written) return written;
  const plain = defaultIn(option, target.version, target.role);
  return plain === undefined || plain === null
    ? undefined
    : { name, key: nowhere, value: fromPlain(plain, nowhere) };
}
