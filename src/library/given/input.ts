/** What a script may give to the functions of the library, and how one is distinguished from the other. */
import type { EstateInput, EstateSpec } from '../../render/inputs.ts';
import { isObject } from '../../render/plain.ts';

/**
 * Files by name: `{ 'consul.hcl': 'server = true' }`. Without a directory in any name they are one agent's. Otherwise they
 * are a tree in which nodes are found as `consul-cfg lint .` finds them. A `consul-cfg.yaml` among them is the settings,
 * a `.service` the unit, another YAML file a manifest.
 */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** One agent of a cluster. */
export interface NodeFiles {
  /** Its name in findings: its files are `name/file`. */
  readonly name: string;
  /** Its configuration files by name, in any order: the agent reads them in the order of their names. */
  readonly files: Files;
  /** The text of the systemd unit that starts it: `lint` reads its flags too. */
  readonly unit?: string | undefined;
  /** What follows `consul agent` on its command line: `['-server', '-bind=10.0.0.1']`. */
  readonly flags?: readonly string[] | undefined;
  /** Its release of Consul, where it differs from that of the others. */
  readonly consul?: string | undefined;
}

/** An estate of `cluster()`, the text of a `cluster.yaml`, files, or all nodes of a cluster. */
export type Input = EstateSpec | EstateInput | string | Files | readonly NodeFiles[];

/** The files of one agent, by themselves or as those of a node. Flags and the unit take no part. */
export type AgentFiles = Files | NodeFiles;

export const isNodes = (input: Input | AgentFiles): input is readonly NodeFiles[] => Array.isArray(input);

/** No file is called `consul`: an agent reads only names that end in .hcl and .json. */
export const isEstate = (input: Exclude<Input, string | readonly NodeFiles[]>): input is EstateSpec =>
  isObject(input) && typeof input.consul === 'string';

export const isNode = (input: AgentFiles): input is NodeFiles =>
  isObject(input) && typeof input.files === 'object' && !(input.files instanceof Uint8Array);
