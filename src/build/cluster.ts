/** An estate from a script: the manifest as data, and its files in memory. */
import type { Finding } from '../finding.ts';
import { expand } from '../manifest/expand.ts';
import type { FirewallData } from '../manifest/firewall/schema.ts';
import { loadJsonManifest } from '../manifest/load.ts';
import type { PresetName, SystemdData } from '../manifest/schema.ts';
import type { FederationData, PatroniData, TlsData } from '../manifest/security/schema.ts';
import type { AgentConfig } from '../options/generated/agent-config.ts';
import { type AgentInput, checkedOptions } from './builders.ts';
import { estateFiles } from './estate.ts';
import type { OutFile } from './file.ts';
import { copyObject, isObject, type PlainObject, sourceOf } from './plain.ts';

export interface NodeInput<Options = AgentInput> {
  /** IP address by which the others reach it, or a go-sockaddr template. */
  readonly address?: string | undefined;
  /** Names of `classes`, from general to special. */
  readonly class?: string | readonly string[] | undefined;
  /** Its release, where it differs during a rolling upgrade. */
  readonly consul?: string | undefined;
  readonly config?: Options | undefined;
  readonly systemd?: SystemdData | undefined;
}

export type NodesInput<Options = AgentInput> =
  | readonly string[]
  | Readonly<Record<string, NodeInput<Options> | null>>;

export interface DatacenterInput<Options = AgentInput> {
  readonly servers?: NodesInput<Options> | undefined;
  readonly clients?: NodesInput<Options> | undefined;
  /** Options of every agent. */
  readonly config?: Options | undefined;
  readonly server_config?: Options | undefined;
  readonly client_config?: Options | undefined;
}

/** A manifest, with the names that `cluster.yaml` has. Secrets stand in it as they are. */
export interface ClusterInput<Options = AgentInput> extends DatacenterInput<Options> {
  /** The Consul release that the files are for, such as `1.16`. */
  readonly consul: string;
  readonly datacenter?: string | undefined;
  /** Several datacenters, instead of `datacenter`, `servers` and `clients`. */
  readonly datacenters?: Readonly<Record<string, DatacenterInput<Options>>> | undefined;
  readonly classes?: Readonly<Record<string, Pick<NodeInput<Options>, 'config' | 'systemd'>>> | undefined;
  readonly profile?: PresetName | readonly PresetName[] | undefined;
  readonly tls?: TlsData | undefined;
  /** Access control, in the names of the option `acl`; on and denying where it does not say otherwise. */
  readonly acl?: AgentConfig['acl'];
  readonly federation?: FederationData | undefined;
  /** With the profile of that name. */
  readonly patroni?: PatroniData | undefined;
  readonly format?: 'json' | 'hcl' | undefined;
  readonly systemd?: SystemdData | undefined;
  readonly firewall?: FirewallData | undefined;
}

/** An estate that was checked: plain data, which JSON or YAML can keep. */
export type Cluster = ClusterInput<AgentConfig>;

/**
 * Checks an estate: names, types, and the shape of all the rest.
 *
 * @throws TypeError, one line, naming what is wrong.
 */
export function cluster(input: ClusterInput): Cluster {
  const plain = withCheckedOptions(copyObject('cluster()', input), '');
  load('cluster()', plain);
  return plain as unknown as Cluster;
}

/**
 * The files of every node and the runbook, in memory: the same as `render` writes. Keys and tokens are in the files that
 * are marked `secret`.
 */
export function renderCluster(estate: Cluster): OutFile[] {
  const manifest = load('renderCluster()', copyObject('renderCluster()', estate));
  const { nodes, findings } = expand(manifest);
  refuse('renderCluster()', findings);
  return estateFiles(nodes, manifest);
}

function load(caller: string, plain: PlainObject) {
  const { manifest, findings } = loadJsonManifest(sourceOf(caller, plain), { literals: true });
  refuse(caller, findings);
  return manifest!;
}

function refuse(caller: string, findings: readonly Finding[]): void {
  const [first, ...more] = findings.filter(({ severity }) => severity === 'error');
  if (!first) return;
  throw new TypeError(`${caller}: ${first.message}${more.length > 0 ? ` (and ${more.length} more)` : ''}`);
}

const optionKeys = new Set(['config', 'server_config', 'client_config']);

/** Wherever a manifest holds options of an agent, they are checked and `extra` is laid over them. */
function withCheckedOptions(manifest: PlainObject, path: string): PlainObject {
  const checked: PlainObject = {};
  for (const [name, value] of Object.entries(manifest)) {
    const inner = path === '' ? name : `${path}.${name}`;
    if (!isObject(value) || name === 'systemd') checked[name] = value;
    else if (optionKeys.has(name)) checked[name] = checkedOptions(`cluster(): in ${inner}`, value);
    else checked[name] = withCheckedOptions(value, inner);
  }
  return checked;
}
