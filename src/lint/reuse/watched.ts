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

export function watchNode(node: Node, look: Look): Node {
  const { version, role, unit, machine, files, skipped, tree, facts } = node;
  return watch(node, look, {
    // What the agents of one kind have in common, be it only whether it is there.
    ...{ version, role, unit, machine, tree: tree && watch(tree, look) },
    config: watchConfig(node, look),
    // To take hold of these is not yet to look at them.
    files: watch(files, look),
    skipped: watch(skipped, look),
    facts: (path: string) => {
      look(itself);
      return facts(path);
    },
  });
}

export const watchFile = (file: ConfigFile, look: Look): ConfigFile =>
  watch(file, look, { format: file.format, value: file.value && watchObject(file.value, look) });

/** Who is in a cluster is one thing for all of its agents; which of them an agent itself is, is not. */
export const watchCluster = (cluster: Cluster, look: Look): Cluster => watch(cluster, look);

/** @param instead members to give instead of the subject's own; those that are missing here are of the subject itself */
function watch<T extends object>(subject: T, look: Look, instead: Partial<T> = {}): T {
  return new Proxy(subject, {
    get(target, key) {
      if (Object.hasOwn(instead, key)) return Reflect.get(instead, key);
      look(itself);
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
