/** Playbooks and files of tasks: plays with their variables and roles, and tasks with their modules. */
import { type Span, spanOf } from '../../../text/source/source.ts';
import { itemsOf, memberOf, membersOf, objectIn, textIn } from '../../../text/tree/read.ts';
import type { ListValue, Member, Value } from '../../../text/tree/value.ts';
import type { Variables } from '../roles/role.ts';

export interface Task {
  /** Without the collection that it is of. */
  readonly module: string;
  readonly given: Value;
  readonly at: Span;
  readonly variables: Variables;
  /** It runs once: neither a loop nor a condition is in it. */
  readonly isCertain: boolean;
}

export interface UsedRole {
  readonly name: string;
  readonly at: Span;
  readonly variables: Variables;
}

export interface Play {
  /** The hosts that it is for; undefined in a file of tasks. */
  readonly hosts: string | undefined;
  readonly variables: Variables;
  readonly roles: readonly UsedRole[];
  readonly tasks: readonly Task[];
}

/** Undefined for any other list. */
export function playsIn(root: ListValue): readonly Play[] | undefined {
  const isPlays = root.items.some((item) => memberOf(item, 'hosts') !== undefined);
  if (isPlays) return root.items.map(playOf);
  const tasks = tasksIn(root, new Map());
  return tasks.length > 0 ? [{ hosts: undefined, variables: new Map(), roles: [], tasks }] : undefined;
}

function playOf(item: Value): Play {
  const variables = varsOf(item);
  const tasks = ['pre_tasks', 'tasks', 'post_tasks', 'handlers'].flatMap((name) =>
    tasksIn(memberOf(item, name), variables),
  );
  const used = itemsOf(memberOf(item, 'roles')).flatMap((role) => usedRole(role, variables) ?? []);
  const included = tasks
    .filter(({ module }) => /^(?:include|import)_role$/.test(module))
    .flatMap(({ given, variables: own }) => usedRole(given, own) ?? []);
  return { hosts: textIn(memberOf(item, 'hosts')), variables, roles: [...used, ...included], tasks };
}

/** Those of an inner place count before those of an outer one. */
function varsOf(value: Value, outer: Variables = new Map()): Variables {
  const vars = memberOf(value, 'vars');
  // A list of mappings, as old releases had it.
  const given = vars?.kind === 'list' ? vars.items.flatMap(membersOf) : membersOf(vars);
  return given.length === 0 ? outer : new Map([...outer, ...given.map((one) => [one.name, one] as const)]);
}

const keywords = /^(?:role|name|when|tags|become\w*|vars|delegate_\w+|apply|public|tasks_from|\w+_from)$/;

/** A name, or a mapping in which all but keywords are variables of it. */
function usedRole(value: Value, outer: Variables): UsedRole | undefined {
  const name = textIn(value) ?? textIn(memberOf(value, 'role')) ?? textIn(memberOf(value, 'name'));
  if (name === undefined) return undefined;
  const given = membersOf(value).filter((member) => !keywords.test(member.name));
  const variables = new Map([...varsOf(value, outer), ...given.map((one) => [one.name, one] as const)]);
  return { name, at: spanOf(memberOf(value, 'role') ?? memberOf(value, 'name') ?? value), variables };
}

/** Deeper ones are not written by people. */
const deepest = 10;

function tasksIn(list: Value | undefined, outer: Variables, depth = 0): readonly Task[] {
  if (depth > deepest) return [];
  return itemsOf(list).flatMap((item) => {
    const variables = varsOf(item, outer);
    const inner = ['block', 'rescue', 'always'].flatMap((name) =>
      tasksIn(memberOf(item, name), variables, depth + 1),
    );
    const isCertain = !membersOf(item).some(({ name }) => /^(?:loop|when|with_\w+)$/.test(name));
    const own = membersOf(item).flatMap((member) => taskOf(member, variables, isCertain) ?? []);
    return [...inner, ...own];
  });
}

const modules =
  /^(?:\w+\.\w+\.)?(copy|blockinfile|docker_container|podman_container|shell|command|raw|include_role|import_role)$/;

function taskOf({ name, key, value }: Member, variables: Variables, isCertain: boolean): Task | undefined {
  const module = modules.exec(name)?.[1];
  return module === undefined ? undefined : { module, given: value, at: spanOf(key), variables, isCertain };
}

/** A member of what a module is given, under any of its names. */
export const given = (task: Task, ...names: readonly string[]): Value | undefined =>
  names.map((name) => objectIn(task.given)?.members.get(name)?.value).find((value) => value !== undefined);
