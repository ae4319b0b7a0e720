/** A tree without the members that are null, for HCL, which cannot express null: to an agent both mean the same. */
import { copyTree } from './copy-tree.ts';
import type { MemberNode, TreeNode } from './tree.ts';

export const isNull = ({ value }: Pick<MemberNode, 'value'>): boolean =>
  value.kind === 'literal' && value.type === 'null';

export const withoutNulls = (root: TreeNode): TreeNode =>
  copyTree(root, {
    members: ({ members }) =>
      members.filter((member) => !isNull(member)).map((member) => ({ ...member, keys: [...member.keys] })),
    literal: (node) => node,
  });
