/** What a script gives to `cluster()`: a manifest as data, typed by the release that its files are for. */
import type { KeyInputs, LayeredKeyInputs } from '../manifest/generated/inputs.ts';
import type {
  AgentConfig,
  ClientConfig,
  CommonConfig,
  ConsulRelease,
  OnServers,
  Removable,
  ServerConfig,
} from '../options/agent-config.ts';
import type { AgentConfigs, AnyAgentConfig, NotOnClients } from '../options/generated/agent-config.ts';
import type { MinorOf } from '../options/releases/consul-release.ts';
import type { Minor } from '../options/releases/versions.ts';

/** What is laid over the options of an agent. */
export interface Extra {
  /**
   * Options that are not modelled: laid over the others as they are, unchecked here, linted all the same.
   * Default: none.
   */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** Options of an agent, and what is not modelled. */
export type AgentInput<Release extends ConsulRelease = ConsulRelease> = AgentConfig<Release> & Extra;

/** Options of a server, and what is not modelled. */
export type ServerInput<Release extends ConsulRelease = ConsulRelease> = ServerConfig<Release> & Extra;

/** Options of a client, and what is not modelled. */
export type ClientInput<Release extends ConsulRelease = ConsulRelease> = ClientConfig<Release> & Extra;

/** Options that servers and clients may have in common, and what is not modelled. */
export type CommonInput<Release extends ConsulRelease = ConsulRelease> = CommonConfig<Release> & Extra;

/** Options as a layer of a manifest has them: `null` takes away what an earlier layer gives, or what is derived. */
type Layer<Release extends ConsulRelease> = Minor extends Release
  ? Removable<AnyAgentConfig>
  : Layers[MinorOf<Release>];

/** Made for each release once, so that the compiler does not make it for the union of all. */
type Layers = { readonly [Name in Minor]: Removable<AgentConfigs[Name]> };

/**
 * The options of one layer of an estate, and what is not modelled. `null` takes away what an earlier layer gives, or
 * what is derived.
 *
 * @example
 * const config: LayerInput<'1.20'> = { autopilot: null, log_level: 'info' };
 */
export type LayerInput<Release extends ConsulRelease = ConsulRelease> = Layer<Release> & Extra;

/** One node of an estate; what it gives takes precedence over its classes, its role and `config`. */
export type NodeInput<
  Release extends ConsulRelease = ConsulRelease,
  Options = LayerInput<Release>,
> = NodeBase & (ReleaseOfEstate<Options> | ReleaseOfNode);

interface NodeBase extends LayeredKeyInputs {
  /**
   * IP address or host name by which other nodes reach it, without a port, or a go-sockaddr template such as
   * `{{ GetPrivateIP }}`. Default: its name.
   */
  readonly address?: string | undefined;
  /** Names of `classes`, from general to special. Default: none. */
  readonly class?: string | readonly string[] | undefined;
}

interface ReleaseOfEstate<Options> {
  /** The release of this node alone, during a rolling upgrade. Default: that of the estate. */
  readonly consul?: undefined;
  /** Options of this node. */
  readonly config?: Options | null | undefined;
}

interface ReleaseOfNode {
  /** The release of this node alone, during a rolling upgrade. */
  readonly consul: ConsulRelease;
  /** Options of this node, of any release. */
  readonly config?: LayerInput | null | undefined;
}

/** The nodes of one role: their names, or a map by name; null is a node with its name alone. */
export type NodesInput<Release extends ConsulRelease = ConsulRelease, Options = LayerInput<Release>> =
  | readonly string[]
  | Readonly<Record<string, NodeInput<Release, Options> | null>>;

/** What the nodes of a class have in common. */
export interface ClassInput<Release extends ConsulRelease = ConsulRelease, Options = LayerInput<Release>>
  extends LayeredKeyInputs {
  /** Options of every node of this class. */
  readonly config?: Options | null | undefined;
}

/** The nodes of one datacenter, and what they have in common. */
export interface DatacenterInput<
  Release extends ConsulRelease = ConsulRelease,
  Options = LayerInput<Release>,
> {
  /** The servers. Default: none. */
  readonly servers?: NodesInput<Release, Options & OnServers> | undefined;
  /** The clients. Default: none. */
  readonly clients?: NodesInput<Release, Options & NotOnClients> | undefined;
  /** Options of every agent. */
  readonly config?: Options | null | undefined;
  /** Options of every server. */
  readonly server_config?: (Options & OnServers) | null | undefined;
  /** Options of every client. */
  readonly client_config?: (Options & NotOnClients) | null | undefined;
}

/**
 * A manifest with every key of `cluster.yaml` except `extends`: a script has its own ways to combine data. Secrets are
 * written literally.
 *
 * @example
 * const input: EstateInput<'1.20'> = { consul: '1.20', servers: ['srv1', 'srv2', 'srv3'] };
 */
export interface EstateInput<Release extends ConsulRelease = ConsulRelease, Options = LayerInput<Release>>
  extends DatacenterInput<Release, Options>,
    KeyInputs<Release> {
  /** The Consul release that the files are for, such as `1.16`; options that it does not know do not compile. */
  readonly consul: Release;
  /** Name of the datacenter. Default: `dc1`. */
  readonly datacenter?: string | undefined;
  /** Several datacenters by name, joined over the WAN, instead of `datacenter`, `servers` and `clients`. */
  readonly datacenters?: Readonly<Record<string, DatacenterInput<Release, Options>>> | undefined;
  /** Classes of nodes, by name. Default: none. */
  readonly classes?: Readonly<Record<string, ClassInput<Release, Options>>> | undefined;
}

/** An estate that was checked: plain data, which can be written as JSON or YAML. Its release is not part of the type. */
export type EstateSpec = EstateInput<ConsulRelease, Layer<ConsulRelease>>;
