/** An estate from a script: the manifest as data, and its files in memory. */
import { expand } from '../manifest/expand.ts';
import type { FirewallData } from '../manifest/firewall/schema.ts';
import { diskLibrary } from '../manifest/library.ts';
import { loadJsonManifest } from '../manifest/load.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { NodeSpec } from '../manifest/node.ts';
import type { PresetName, SystemdData } from '../manifest/schema.ts';
import type { FederationData, PatroniData, TlsData } from '../manifest/security/schema.ts';
import type { TemplatesData } from '../manifest/templates/schema.ts';
import type { AgentConfig } from '../options/generated/agent-config.ts';
import { type AgentInput, checkedOptions } from './builders.ts';
import { estateFiles } from './estate.ts';
import type { OutFile } from './file.ts';
import { copyObject, isObject, type PlainObject, sourceOf } from './plain.ts';
import { refuse } from './refusal.ts';
import { withUserFiles } from './templates/files.ts';
import { loadTemplates } from './templates/load.ts';

export interface NodeInput<Options = AgentInput> {
  /** IP address by which the others reach it, or a go-sockaddr template. */
  readonly address?: string | undefined;
  /** Names of `classes`, from general to special. */
  readonly class?: string | readonly string[] | undefined;
  /** Its release, where it differs during a rolling upgrade. */
  readonly consul?: string | undefined;
  readonly config?: Options | undefined;
  readonly systemd?: SystemdData | undefined;
  readonly templates?: TemplatesData | undefined;
}

export type NodesInput<Options = AgentInput> =
  | readonly string[]
  | Readonly<Record<string, NodeInput<Options> | null>>;

/** What the nodes of a class have in common. */
export type ClassInput<Options = AgentInput> = Pick<NodeInput<Options>, 'config' | 'systemd' | 'templates'>;

export interface DatacenterInput<Options = AgentInput> {
  readonly servers?: NodesInput<Options> | undefined;
  readonly clients?: NodesInput<Options> | undefined;
  /** Options of every agent. */
  readonly config?: Options | undefined;
  readonly server_config?: Options | undefined;
  readonly client_config?: Options | undefined;
}

/**
 * A manifest, with all names that `cluster.yaml` has, `extends` apart: a script has its own ways to put things together.
 * Secrets stand in it as they are.
 */
export interface ClusterInput<Options = AgentInput> extends DatacenterInput<Options> {
  /** The Consul release that the files are for, such as `1.16`. */
  readonly consul: string;
  readonly datacenter?: string | undefined;
  /** Several datacenters, instead of `datacenter`, `servers` and `clients`. */
  readonly datacenters?: Readonly<Record<string, DatacenterInput<Options>>> | undefined;
  readonly classes?: Readonly<Record<string, ClassInput<Options>>> | undefined;
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
  /** Files of your own, by their path on the host without the first slash: a Handlebars template, or null for none. */
  readonly templates?: TemplatesData | undefined;
}

/** An estate that was checked: plain data, which JSON or YAML can keep. */
export type Cluster = ClusterInput<AgentConfig>;

/**
 * Checks an estate: names, types, and the shape of all the rest.
 *
 * @throws TypeError, one line, naming what is wrong; a ConfigError where it is the estate and not an option.
 */
export function cluster(input: ClusterInput): Cluster {
  const plain = checkManifest(copyObject('cluster()', input), '') as PlainObject;
  load('cluster()', plain);
  return plain as unknown as Cluster;
}

export interface Estate {
  readonly manifest: Manifest;
  readonly nodes: readonly NodeSpec[];
  readonly files: readonly OutFile[];
}

/**
 * All that `render` writes for an estate, before it is judged.
 *
 * @param directory where the paths of templates begin
 * @throws ConfigError, one line, naming what is wrong, in a template too.
 */
export function buildEstate(caller: string, estate: Cluster, directory: string): Estate {
  const manifest = load(caller, copyObject(caller, estate));
  const { nodes, findings } = expand(manifest);
  refuse(caller, findings);
  const files = estateFiles(nodes, manifest);
  if (nodes.every(({ templates }) => templates.size === 0)) return { manifest, nodes, files };
  const loaded = loadTemplates(nodes, diskLibrary({ cwd: directory }));
  const rendered = withUserFiles(nodes, files, loaded.fill);
  refuse(caller, [...loaded.findings, ...rendered.findings]);
  return { manifest, nodes, files: rendered.files };
}

function load(caller: string, plain: PlainObject) {
  const { manifest, findings } = loadJsonManifest(sourceOf(caller, plain), { literals: true });
  refuse(caller, findings);
  return manifest!;
}

type Check = (value: unknown, path: string) => unknown;

const options: Check = (value, path) =>
  isObject(value) ? checkedOptions(`cluster(): in ${path}`, value) : value;

/** Each member by the check of its name, or by that of all. */
const members =
  (checkOf: (name: string) => Check | undefined): Check =>
  (value, path) => {
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([name, inner]) => {
      const check = checkOf(name);
      return [name, check ? check(inner, path === '' ? name : `${path}.${name}`) : inner];
    });
    return Object.fromEntries(entries);
  };

const each = (check: Check): Check => members(() => check);
const named = (checks: ReadonlyMap<string, Check>): Check => members((name) => checks.get(name));

const withConfig = each(named(new Map([['config', options]])));
const group: readonly (readonly [string, Check])[] = [
  ['config', options],
  ['server_config', options],
  ['client_config', options],
  ['servers', withConfig],
  ['clients', withConfig],
];

/** Wherever a manifest holds options of an agent, they are checked and `extra` is laid over them. */
const checkManifest = named(
  new Map([...group, ['classes', withConfig], ['datacenters', each(named(new Map(group)))]]),
);
