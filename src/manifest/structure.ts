/**
 * A manifest without what its keys add: the nodes that it lists and the layers of options. Records of keys import this,
 * so it knows nothing of them.
 */
import type { Role } from '../options/option.ts';
import type { Span } from '../text/source/source.ts';
import type { ObjectValue } from '../text/tree/value.ts';

export interface Structure {
  readonly at: Span;
  /** The files that it is merged from, each as it is written. */
  readonly files: readonly ManifestFile[];
  /** The release that files are rendered and linted for, such as `1.16`. */
  readonly version: string;
  readonly config: RoleConfig;
  readonly classes: ReadonlyMap<string, Layer>;
  readonly datacenters: readonly ListedDatacenter[];
}

export interface ManifestFile {
  readonly root: ObjectValue;
  /** True where another file extends it: further manifests may build on it too. */
  readonly shared: boolean;
}

/** Agent options common to all nodes, and to each role. Undefined where none are given. */
export interface RoleConfig {
  readonly common: ObjectValue | undefined;
  readonly server: ObjectValue | undefined;
  readonly client: ObjectValue | undefined;
}

/** The options and keys that a class or a single node gives. */
export interface Layer {
  readonly config: ObjectValue | undefined;
  /** Values of the keys that a class and a node may have too, by the name of the key. */
  readonly keys: ReadonlyMap<string, unknown>;
}

export interface ListedDatacenter {
  /** Lower-cased, as agents compare it. */
  readonly name: string;
  readonly at: Span;
  readonly config: RoleConfig;
  readonly nodes: readonly NodeLayer[];
}

/** What `servers` or `clients` give for one node: the last of its layers, and its place in the manifest. */
export interface NodeLayer extends Layer {
  readonly name: string;
  readonly role: Role;
  /** Where its name is written. */
  readonly at: Span;
  readonly address: Address | undefined;
  readonly classes: readonly string[];
  readonly version: string | undefined;
}

export interface Address {
  readonly text: string;
  /** What a go-sockaddr template evaluates to is known to the machine only. */
  readonly kind: 'ip' | 'name' | 'template';
  readonly at: Span;
}

/** The part of a `NodeSpec` that does not depend on the keys of the manifest. Records of keys get this part. */
export interface NodeSpecBase {
  readonly name: string;
  readonly role: Role;
  /** Where its name is written in the manifest: the location of everything derived. */
  readonly at: Span;
  readonly datacenter: string;
  /** The release that it is rendered and linted for. */
  readonly version: string;
  readonly address: Address | undefined;
  /** How other nodes reach it: its IP address if known, otherwise its name. */
  readonly host: string;
  /**
   * References in it are not resolved. While options are derived: what the manifest writes, all layers. In a `NodeSpec`:
   * complete, with derived options.
   */
  readonly config: ObjectValue;
}

/** The nodes of one datacenter. */
export interface ClusterSpec {
  readonly datacenter: string;
  readonly nodes: readonly NodeSpecBase[];
  readonly servers: readonly NodeSpecBase[];
  /** Number of servers that `bootstrap_expect` waits for; read replicas do not vote and are not among them. */
  readonly voters: number;
  /** Number of servers that vote in the long run: one of each redundancy zone, where there are zones. */
  readonly quorum: number;
}
