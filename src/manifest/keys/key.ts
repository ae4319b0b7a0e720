/**
 * A key of the manifest is a folder here: `schema.ts` has its shape and documentation, `key.ts` exports its record. What
 * is written in those two files is all that `cluster.yaml`, editors, `cluster()` and `render` know of it: `npm run
 * generate` lists the folders in `../generated/`.
 *
 * The types of a function's parameters name the other keys that it needs:
 * `settings(manifest: Structure & { readonly tls: Tls | undefined }, …)`.
 */
import type { Finding } from '../../finding.ts';
import type { Role } from '../../options/option.ts';
import type { Span } from '../../text/source/source.ts';
import type { ObjectValue, StringValue, Value } from '../../text/tree/value.ts';
import type { OutFile } from '../file.ts';
import type { ClusterSpec, NodeSpecBase, Structure } from '../structure.ts';
import type { Plain } from '../values.ts';

/** A derived option. It applies unless the manifest writes the option itself. */
export interface Setting {
  /** Such as `autopilot.min_quorum`. */
  readonly path: string;
  readonly value: Plain | Value;
  /** Completes "set because …" in `render --explain`; undefined where the location of the value explains it. */
  readonly why: string | undefined;
  /** The location in the manifest that it follows from; default: the node's name. */
  readonly at?: Span;
}

export interface KeyContext {
  readonly findings: Finding[];
  /** Whether secrets may be written literally: in a program they may, in a file they may not. */
  readonly literals: boolean;
}

/** Methods, so that a record may ask for a manifest that has the values of certain keys. */
export interface Key {
  /** Reads the value, whose shape was checked against the schema; undefined where the key is not given. */
  read(value: Value | undefined, context: KeyContext): unknown;
  /**
   * Makes the value of a node of those of the manifest, its classes and the node itself, from general to special. A key
   * with this function may be given for a class and for a node too.
   */
  merge?(layers: readonly unknown[]): unknown;
  /** Options that a datacenter's agents of a role get as if the manifest wrote them, below everything that it writes. */
  layer?(manifest: Structure, datacenter: string, role: Role): ObjectValue | undefined;
  /** Derived options of a node; its `config` is what the manifest writes. */
  settings?(manifest: Structure, node: NodeSpecBase, cluster: ClusterSpec): readonly Setting[];
  /** What the node has under the name of the key. */
  perNode?(manifest: Structure, node: NodeSpecBase): unknown;
  /** What does not work, seen over all nodes. */
  check?(manifest: Structure, nodes: readonly NodeSpecBase[]): readonly Finding[];
  /** Files of the nodes; the path of each begins with the name of its node. */
  files?(manifest: Structure, nodes: readonly NodeSpecBase[]): readonly OutFile[];
  /** The value of a node with its secrets replaced: references are resolved by this. */
  mapSecrets?(value: unknown, change: (secret: StringValue) => StringValue): unknown;
}

/** A record, with the types of its functions. */
export const key = <K extends Key>(record: K): K => record;
