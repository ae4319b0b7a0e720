/** The nodes that should run, as the files describe them. */
import type { Node } from '../../subjects/subjects.ts';
import { Source, type Span } from '../../text/source/source.ts';
import type { Asked } from './observe.ts';
import type { ExpectedPatroni } from './patroni/expected.ts';

export interface Expected {
  /** As Consul calls it. */
  readonly name: string;
  readonly node: Node;
  /** Lower-cased, as agents compare it. */
  readonly datacenter: string;
  /** Where the node is written. */
  readonly at: Span;
  /** The release that files state, such as `1.20`; undefined where none do. */
  readonly release: string | undefined;
  /** The Patronis on its machine that keep their state in the cluster; absent where none do. */
  readonly patroni?: readonly ExpectedPatroni[];
  /** Only the files of this one are in sight: what others there are is not known. */
  readonly isAlone?: boolean;
  /** Options whose values only the one who renders knows. */
  readonly isUnknown: (path: string) => boolean;
}

export const isServer = ({ node }: Expected): boolean => node.role === 'server';

/** Node names are compared as Consul does: without regard to letter case. */
export const isNamed =
  (name: string) =>
  (other: Pick<Expected, 'name'>): boolean =>
    other.name.toLowerCase() === name.toLowerCase();

/** Where no file has the place: the agent itself. */
export const placeOf = ({ address }: Asked): Span => new Source(address, '').span(0, 0);
