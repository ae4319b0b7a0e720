/** Subjects that tell what a rule or check looks at, so that its answer can be had again where all of that is the same. */
import type { Config } from '../../model/config.ts';
import type { ConfigFile } from '../../model/file.ts';
import { resolve } from '../../model/resolve.ts';
import { agent as root } from '../../options/agent.ts';
import type { Member, ObjectValue } from '../../text/value.ts';
import type { Cluster, Node } from '../subjects.ts';

/** Called with the top-level option that was looked at, or with one of the two names below. */
export type Look = (at: string) => void;

/** All options were gone through, one by one. */
export const everyOption = '<every option>';

/** Something that no two subjects have in common, or of which nobody knows whether they do. */
export const itself = '<itself>';

/** Values of one file that another one replaced. */
export const overrides = '<overrides>';

/** Beside `config`, what the agents of one kind have in common. */
const common = new Set<unknown>(['version', 'role', 'unit']);

export function watchNode(node: Node, look: Look): Node {
  const config = watchConfig(node, look);
  return watch(node, look, (key) => (key === 'config' ? config : undefined), common);
}

export function watchFile(file: ConfigFile, look: Look): ConfigFile {
  const value = file.value && watchObject(file.value, look);
  return watch(file, look, (key) => (key === 'value' ? value : undefined), new Set(['format']));
}

/** Who is in a cluster is one thing for all of its agents; which of them an agent itself is, is not. */
export const watchCluster = (cluster: Cluster, look: Look): Cluster =>
  watch(cluster, look, () => undefined, new Set());

function watch<T extends object>(
  subject: T,
  look: Look,
  instead: (key: string | symbol) => unknown,
  unwatched: ReadonlySet<unknown>,
): T {
  return new Proxy(subject, {
    get(target, key) {
      const other = instead(key);
      if (other !== undefined) return other;
      if (!unwatched.has(key)) look(itself);
      return Reflect.get(target, key);
    },
    ownKeys(target) {
      look(itself);
      return Reflect.ownKeys(target);
    },
  });
}

function watchConfig({ config, version }: Node, look: Look): Config {
  const merged = {
    written: watchObject(config.written, look),
    resolved: watchObject(config.resolved, look),
    overrides: [],
  };
  return {
    ...resolve(merged, root, version),
    get overrides() {
      look(overrides);
      return config.overrides;
    },
  };
}

function watchObject(object: ObjectValue, look: Look): ObjectValue {
  return { ...object, members: watchMembers(object.members, look) };
}

function watchMembers(members: ReadonlyMap<string, Member>, look: Look): ReadonlyMap<string, Member> {
  const all = (): ReadonlyMap<string, Member> => {
    look(everyOption);
    return members;
  };
  return {
    get: (name) => {
      look(name);
      return members.get(name);
    },
    has: (name) => {
      look(name);
      return members.has(name);
    },
    get size() {
      return all().size;
    },
    keys: () => all().keys(),
    values: () => all().values(),
    entries: () => all().entries(),
    forEach: (visit) => all().forEach(visit),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}
