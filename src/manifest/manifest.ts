/** A manifest, read: the same however it was written, every part knowing where it stands. */
import type { Role } from '../options/option.ts';
import type { Span } from '../text/source/source.ts';
import type { ObjectValue } from '../text/tree/value.ts';
import type { Firewall } from './firewall/firewall.ts';
import type { PresetName, SystemdData } from './schema.ts';
import type { Security } from './security/security.ts';
import type { Templates } from './templates/templates.ts';

export interface Manifest {
  readonly at: Span;
  /** Those that it is laid together from, each as it stands. */
  readonly files: readonly ManifestFile[];
  /** The release that files are rendered and judged for, such as `1.16`. */
  readonly version: string;
  readonly format: 'json' | 'hcl';
  readonly presets: readonly PresetName[];
  readonly systemd: SystemdData;
  readonly security: Security;
  /** Undefined where no files for one are wanted. */
  readonly firewall: Firewall | undefined;
  readonly templates: Templates;
  readonly config: RoleConfig;
  readonly classes: ReadonlyMap<string, NodeClass>;
  readonly datacenters: readonly Datacenter[];
}

export interface ManifestFile {
  readonly root: ObjectValue;
  /** True where it was not named but is extended: other manifests may build on it too. */
  readonly shared: boolean;
}

/** Agent options common to all, and to each role. Undefined where none are given. */
export interface RoleConfig {
  readonly common: ObjectValue | undefined;
  readonly server: ObjectValue | undefined;
  readonly client: ObjectValue | undefined;
}

export interface NodeClass {
  readonly config: ObjectValue | undefined;
  readonly systemd: SystemdData;
  readonly templates: Templates;
}

export interface Datacenter {
  /** Lower-cased, as the agents compare it. */
  readonly name: string;
  readonly at: Span;
  readonly config: RoleConfig;
  readonly nodes: readonly ManifestNode[];
}

export interface ManifestNode {
  readonly name: string;
  readonly role: Role;
  /** Where its name stands. */
  readonly at: Span;
  readonly address: Address | undefined;
  readonly classes: readonly string[];
  readonly version: string | undefined;
  readonly config: ObjectValue | undefined;
  readonly systemd: SystemdData;
  readonly templates: Templates;
}

export interface Address {
  readonly text: string;
  /** A go-sockaddr template is known only to the node itself. */
  readonly kind: 'ip' | 'name' | 'template';
  readonly at: Span;
}
