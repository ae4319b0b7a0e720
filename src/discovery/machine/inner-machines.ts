/** Machines whose files lie deeper, at the same place below each: `srv1/files/consul.hcl`, `srv2/files/consul.hcl`. */
import { dirname } from 'node:path';
import { joinEntries } from '../../subjects/cluster/join.ts';
import { isSelf } from '../../subjects/cluster/peers.ts';
import type { Node } from '../../subjects/subjects.ts';
import { groupBy } from '../../util/collections.ts';
import type { Located } from '../located.ts';

/** A directory below which there is one node, alone. */
export interface Inner {
  readonly child: string;
  readonly directory: string;
  readonly located: Located;
}

/** Directories that hold one node each, at the same place below, are machines if the nodes name each other. */
export function sameMachines(inner: readonly Inner[]): readonly { from: Located; to: Located }[] {
  const places = groupBy(inner, ({ directory, located }) =>
    dirname(located.node.files[0]?.source.file ?? '').slice(directory.length),
  );
  return [...places.values()].flatMap((group) => {
    const renamed = group.map(({ child, directory, located }) => {
      const name = located.node.config.string('node_name') || child;
      const node: Node = { ...located.node, host: child, name };
      return { from: located, to: { ...located, node, path: directory, together: group[0]!.directory } };
    });
    return nameEachOther(renamed.map(({ to }) => to.node)) ? renamed : [];
  });
}

/** By a name or an address of another one; that a list has as many addresses as there are others proves nothing. */
const nameEachOther = (nodes: readonly Node[]): boolean =>
  nodes.some((node) =>
    joinEntries(node.config).some(
      ({ target }) =>
        target.kind === 'host' && nodes.some((other) => other !== node && isSelf(target, other)),
    ),
  );
