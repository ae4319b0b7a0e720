/** Nodes while they are being built; to everybody else they are read-only. */
import type {
  Comment,
  KeyNode,
  ListNode,
  LiteralNode,
  LiteralType,
  MemberNode,
  ObjectNode,
  TreeNode,
} from './tree.ts';

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

export type MutableCommented = {
  before: readonly Comment[] | undefined;
  after: readonly Comment[] | undefined;
};
export type MutableObject = Omit<Mutable<ObjectNode>, 'members'> & { members: MemberNode[] };
export type MutableList = Omit<Mutable<ListNode>, 'items'> & { items: TreeNode[] };
export type MutableContainer = MutableObject | MutableList;
export type MutableMember = Omit<Mutable<MemberNode>, 'keys'> & { keys: KeyNode[] };
export type MutableLiteral = Mutable<LiteralNode>;

export const newObject = (start: number): MutableObject => ({
  kind: 'object',
  start,
  end: start,
  before: undefined,
  after: undefined,
  opening: undefined,
  closing: undefined,
  members: [],
});

export const newList = (start: number): MutableList => ({
  kind: 'list',
  start,
  end: start,
  before: undefined,
  after: undefined,
  opening: undefined,
  closing: undefined,
  items: [],
});

export const newLiteral = (type: LiteralType, start: number, end: number): MutableLiteral => ({
  kind: 'literal',
  type,
  start,
  end,
  before: undefined,
  after: undefined,
});

/** Takes the place of a missing value; never returned, since a member without a value is not kept. */
const noValue: TreeNode = newLiteral('null', 0, 0);

const noKeys: KeyNode[] = [];

/** Most members have one key, for which an array that has grown would be much too large. */
export function addKey(member: MutableMember, key: KeyNode): void {
  if (member.keys.length === 0) member.keys = [key];
  else member.keys.push(key);
}

export const newMember = (start: number, before: readonly Comment[] | undefined): MutableMember => ({
  kind: 'member',
  start,
  end: start,
  before,
  after: undefined,
  keys: noKeys,
  separator: undefined,
  value: noValue,
});

/** Arrays that have grown keep room to grow further; a finished container needs none. */
export function trim(container: MutableContainer): void {
  if (container.kind === 'object') container.members = container.members.slice();
  else container.items = container.items.slice();
}
