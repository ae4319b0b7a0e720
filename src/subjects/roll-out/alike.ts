/** Nodes that change alike: in most clusters a change reaches several. */
import { groupBy } from '../../util/collections.ts';
import type { RollOutNode } from './roll-out.ts';

/** In the order of their first nodes. Values that differ from node to node, such as addresses, keep them apart. */
export const alike = (nodes: readonly RollOutNode[]): readonly (readonly RollOutNode[])[] => [
  ...groupBy(nodes, ({ name: _, ...rest }) => JSON.stringify(rest)).values(),
];
