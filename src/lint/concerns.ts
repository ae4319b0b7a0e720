/** Which rules and checks an agent needs to be asked about: most write a handful of options, most speak of two or three. */
import type { Node } from './subjects.ts';

/**
 * @param optionsOf paths of options; none for what concerns every agent
 * @returns those that concern an agent, found once for all agents that write the same keys
 */
export function concerning<T>(
  things: readonly T[],
  optionsOf: (thing: T) => readonly string[],
): (node: Node) => readonly T[] {
  const keyed = things.map((thing) => ({
    thing,
    keys: optionsOf(thing).map((path) => /^\w+/.exec(path)![0]),
  }));
  const known = new Map<string, readonly T[]>();
  return ({ config: { written, resolved } }) => {
    const signature = `${[...written.members.keys()]} ${[...resolved.members.keys()]}`;
    const found = known.get(signature);
    if (found) return found;
    const isWritten = (key: string): boolean => written.members.has(key) || resolved.members.has(key);
    const concerned = keyed
      .filter(({ keys }) => keys.length === 0 || keys.some(isWritten))
      .map(({ thing }) => thing);
    known.set(signature, concerned);
    return concerned;
  };
}
