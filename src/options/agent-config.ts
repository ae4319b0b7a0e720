/** The types of an agent's configuration, release by release: what a script and an editor see of the option table. */
import type { AgentConfigs, AnyAgentConfig, NotOnClients } from './generated/agent-config.ts';
import type { ConsulRelease, MinorOf } from './releases/consul-release.ts';
import type { Minor } from './releases/versions.ts';

export type { ConsulRelease } from './releases/consul-release.ts';

/**
 * The options of an agent of a release: `AgentConfig<'1.16'>` has what Consul 1.16 knows, `AgentConfig` the options of
 * all releases. Units, defaults, the first release, deprecation and edition are in the doc comment of each option.
 *
 * Types know a release by its minor, so `1.16.1` has what the newest 1.16 knows. Words of an option that came later are
 * in all of them, with the release in the option's comment. `lint`, `agentSchema` and `renderCluster` are exact.
 *
 * @example
 * const config: AgentConfig<'1.20'> = { retry_join: ['10.0.0.1'], acl: { enabled: true } };
 */
export type AgentConfig<Release extends ConsulRelease = ConsulRelease> = Minor extends Release
  ? AnyAgentConfig
  : AgentConfigs[MinorOf<Release>];

/**
 * The options of a server of a release: all but `server: false`.
 *
 * @example
 * const config: ServerConfig<'1.20'> = { bootstrap_expect: 3 };
 */
export type ServerConfig<Release extends ConsulRelease = ConsulRelease> = AgentConfig<Release> & OnServers;

/** What is different on a server. */
export interface OnServers {
  /** Added where it is left out. */
  readonly server?: true | undefined;
}

/**
 * The options of a client of a release: without those that have an effect on servers only, such as `bootstrap_expect`.
 *
 * @example
 * const config: ClientConfig<'1.20'> = { retry_join: ['10.0.0.1'] };
 */
export type ClientConfig<Release extends ConsulRelease = ConsulRelease> = AgentConfig<Release> & NotOnClients;

/**
 * What servers and clients of a release may have in common: a `ServerConfig` and a `ClientConfig` as well.
 *
 * @example
 * const common: CommonConfig<'1.20'> = { datacenter: 'dc1', log_level: 'info' };
 * server({ ...common, bootstrap_expect: 3 });
 */
export type CommonConfig<Release extends ConsulRelease = ConsulRelease> = ServerConfig<Release> &
  ClientConfig<Release>;

/**
 * Options as a manifest and `cluster()` take them: `null` takes a value away that a more general layer gives, or that
 * is derived from the other nodes. Items of lists are as they are.
 *
 * @example
 * const config: Removable<AgentConfig> = { autopilot: null, ports: { grpc_tls: null } };
 */
export type Removable<Options> = {
  readonly [Name in keyof Options]: Options[Name] | RemovableValue<Options[Name]> | null;
};

/** Words and lists are looked at as a whole, which costs the compiler a tenth of looking at each. */
type RemovableValue<Value> = [Value] extends [Whole]
  ? never
  : Value extends object
    ? Removable<Value>
    : never;

type Whole = string | number | boolean | undefined | readonly unknown[];

/**
 * The type of one option of a release, by its path as `explain` writes it: `[]` for the items of a list, `{}` for the
 * values of a map, and the kind of a config entry as a step. A path that is not a literal has the type `unknown`.
 *
 * @example
 * type Check = OptionValue<'services[].checks[]', '1.20'>;
 * type Protocol = OptionValue<'config_entries.bootstrap[].service-defaults.protocol'>;
 */
export type OptionValue<Path extends string, Release extends ConsulRelease = ConsulRelease> = At<
  AgentConfig<Release>,
  Path
>;

type At<Value, Path extends string> = Path extends `${infer Step}.${infer Rest}`
  ? At<Inside<Value, Step>, Rest>
  : Inside<Value, Path>;

type Inside<Value, Step extends string> = Step extends `${infer Name}[${string}]`
  ? Item<Member<Value, Name>>
  : Member<Value, Step>;

type Item<Value> = Value extends readonly (infer Inner)[] ? Inner : unknown;

type Member<Value, Name extends string> = Name extends '{}'
  ? Value[keyof Value]
  : Name extends keyof Value
    ? NonNullable<Value[Name]>
    : [Extract<Value, { readonly kind: Name }>] extends [never]
      ? unknown
      : Extract<Value, { readonly kind: Name }>;
