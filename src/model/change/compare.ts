/** What differs between two configurations of one agent. */
import { agent as root } from '../../options/agent.ts';
import { findOption, inherits } from '../../options/lookup.ts';
import type { Section } from '../../options/option.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';
import type { Agent } from '../agent.ts';
import { withDefaults } from '../resolve/defaults.ts';
import { find } from '../value-path.ts';
import { type Effort, efforts, type Needed, neededFor } from './effort.ts';
import { isEqual } from './equal.ts';

export interface Change extends Needed {
  readonly path: string;
  /** As files write it; undefined where none does. */
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** The changed options, in the order of the table. Lists, and maps of free keys, are compared whole. */
export function compareAgents(before: Agent, after: Agent): readonly Change[] {
  const ran = withDefaults(before);
  const runs = withDefaults(after);
  const changes: Change[] = [];
  const take = (path: string, from: Value | undefined, to: Value | undefined): void => {
    const isSame = isEqual(find(ran, path), find(runs, path));
    const needed: Needed = isSame
      ? { effort: 'none', reason: 'it is what the agent does anyway' }
      : neededFor(path, after.role, shownValue(path, find(runs, path)));
    changes.push({ path, before: from, after: to, ...needed });
  };
  visit(before.config.resolved, after.config.resolved, root, '', take);
  return changes;
}

/** A value that a command may show: not a secret, and one word. */
function shownValue(path: string, value: Value | undefined): string | undefined {
  const found = findOption(path);
  if (!found || inherits.secret(found) || !value || !('value' in value)) return undefined;
  const text = String(value.value);
  return /^[\w.-]+$/.test(text) ? text : undefined;
}

/** The hardest of the efforts. */
export function effortOf(changes: readonly Change[]): Effort {
  const hardest = Math.max(0, ...changes.map(({ effort }) => efforts.indexOf(effort)));
  return efforts[hardest] ?? 'none';
}

type Take = (path: string, before: Value | undefined, after: Value | undefined) => void;

function visit(
  before: ObjectValue | undefined,
  after: ObjectValue | undefined,
  section: Section,
  path: string,
  take: Take,
): void {
  for (const [name, { kind }] of Object.entries(section)) {
    const from = before?.members.get(name)?.value;
    const to = after?.members.get(name)?.value;
    const at = memberPath(path, name);
    if (!from && !to) continue;
    if (kind.shape === 'block' && !kind.free) visit(objectIn(from), objectIn(to), kind.section(), at, take);
    else if (!isEqual(from, to)) take(at, from, to);
  }
}

const objectIn = (value: Value | undefined): ObjectValue | undefined =>
  value?.kind === 'object' ? value : undefined;
