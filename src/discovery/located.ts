/** A node together with the place where the search found it. */
import type { Node } from '../subjects/subjects.ts';

/** A node, and where it was found. */
export interface Located {
  readonly node: Node;
  /** The directory of its machine or files; for one of several agents of a directory, the path of its file. */
  readonly path: string;
  /** A whole machine: `etc/consul.d` with what is around it. */
  readonly isMachine: boolean;
  /** One of several agents of its directory. */
  readonly isPart: boolean;
  /** One of several configurations to choose from. */
  readonly isChoice: boolean;
  /** Named by the caller, with others. */
  readonly isNamed: boolean;
  /** Picked from a tree, whose other files may be nodes of the cluster too. */
  readonly isPicked: boolean;
  /** What is known to be the nodes of one cluster has the same mark. */
  readonly together: string | undefined;
}
