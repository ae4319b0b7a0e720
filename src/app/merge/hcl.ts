/** A merged configuration as HCL, where HCL can express it: an agent reads some lists of one item as the item. */
import type { Agent } from '../../model/agent.ts';
import { isEqual } from '../../model/change/equal.ts';
import { decodeFile, makeAgent, parseFile } from '../../model/load/load.ts';
import { wrapFree } from '../../options/wrap-free.ts';
import { toHcl } from '../../text/print.ts';
import { Source } from '../../text/source/source.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';

export type Hcl =
  | { readonly text: string }
  /** The first option that an agent would read otherwise. */
  | { readonly inexpressible: string };

/** @param root the configuration of the agent, or that with its defaults, which HCL can always express */
export function hclOf(root: ObjectValue, agent: Agent): Hcl {
  const written = agent.config.resolved;
  const nullIn = pathOf(written, isNullInList);
  if (nullIn !== undefined) return { inexpressible: nullIn };
  const again = readAgain(toHcl(wrapFree(written)), agent);
  return isEqual(again, written)
    ? { text: toHcl(wrapFree(root)) }
    : { inexpressible: firstDifference(written, again) };
}

function readAgain(text: string, { version, name }: Agent): ObjectValue {
  const file = parseFile(new Source('merged.hcl', text), 'hcl', version);
  return makeAgent([decodeFile(file, version)], { version, name }).config.resolved;
}

const isNullInList = (value: Value): boolean =>
  value.kind === 'list' && value.items.some(({ kind }) => kind === 'null');

/** The path of the first value of which something holds. */
function pathOf(root: Value, holds: (value: Value) => boolean): string | undefined {
  const left: [path: string, value: Value][] = [['', root]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [path, value] = next;
    if (holds(value)) return path;
    for (const [name, child] of inner(value)) left.push([below(path, name), child]);
  }
  return undefined;
}

/** The deepest path at which the two differ, the first of several. Linear, since values may be deep. */
function firstDifference(one: Value, other: Value): string {
  const left: [path: string, one: Value, other: Value | undefined][] = [['', one, other]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [path, a, b] = next;
    if (!b || !isAlike(a, b)) return path;
    const others = inner(b);
    for (const [name, value] of [...inner(a)].reverse())
      left.push([below(path, name), value, others.get(name)]);
  }
  return '';
}

/** What the values hold is not compared. */
function isAlike(a: Value, b: Value): boolean {
  if (a.kind === 'list' || a.kind === 'object') return a.kind === b.kind && inner(a).size === inner(b).size;
  return isEqual(a, b);
}

const below = (path: string, name: string): string =>
  name.startsWith('[') ? path + name : memberPath(path, name);

/** What a value holds, by key or by `[index]`. */
function inner(value: Value): ReadonlyMap<string, Value> {
  if (value.kind === 'list') return new Map(value.items.map((item, i) => [`[${i}]`, item]));
  if (value.kind !== 'object') return new Map();
  return new Map([...value.members].map(([name, member]) => [name, member.value]));
}
