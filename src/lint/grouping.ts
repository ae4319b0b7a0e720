/** Which files are Consul's, and which of one directory belong to one agent. */
import { basename } from 'node:path';
import type { ConfigFile } from '../model/file.ts';
import { isDialable } from './address.ts';

/** Files that other programs leave beside configuration. */
const foreign =
  /^(package(-lock)?|tsconfig.*|jsconfig|composer|renovate|biome|deno|lerna|nx|turbo|manifest|\..*)\.json$|\.(pkr|nomad|pkrvars|tfvars|tfstate)\.(hcl|json)$|^(\.terraform\.lock|terragrunt)\.hcl$/;

export const isForeign = (path: string): boolean => foreign.test(basename(path));

/** A directory that an agent is pointed at: all of its files are one agent's. */
export const isLoaderDirectory = (path: string): boolean =>
  /(?:^|\/)(consul\.d|conf\.d|config\.d|etc\/consul)\/?$/.test(path);

/** Top-level keys of Nomad, Vault, Packer and Terraform, whose files share some names with Consul's. */
const otherPrograms = new Set(
  (
    'job client region plugin plugin_dir listener storage seal source build packer terraform variable resource provider ' +
    'module locals path vault consul template backend'
  ).split(' '),
);

/** True where most of what a file says are options of an agent. */
export function looksLikeConsul({ raw, value }: ConfigFile): boolean {
  if (!raw || !value || value.members.size === 0) return false;
  for (const name of raw.members.keys()) if (otherPrograms.has(name)) return false;
  return value.members.size * 2 >= raw.members.size;
}

/**
 * True for a file beside configuration in which no key is an option, or would be with a typing mistake less: data of
 * another program. In a directory that an agent is pointed at there are no strangers.
 */
export function isStranger({ raw, value, findings }: ConfigFile): boolean {
  if (!raw || raw.members.size === 0 || (value && value.members.size > 0)) return false;
  return !findings.some(({ rule, fix }) => rule === 'option/unknown' && fix !== undefined);
}

export interface AgentFiles {
  readonly files: readonly ConfigFile[];
  /** The file that names the node, without its extension. */
  readonly name: string | undefined;
}

/**
 * Files of one directory are one agent's, as Consul would load them, unless two of them name different nodes (or are
 * whole configurations for different addresses): then each of these is an agent, and the rest is common to all.
 */
export function splitAgents(files: readonly ConfigFile[]): readonly AgentFiles[] {
  const identities = new Map(files.map((file) => [file, identityOf(file)] as const));
  const distinct = new Set([...identities.values()].filter((identity) => identity !== undefined));
  const directory = files[0]?.source.file.replace(/\/?[^/]*$/, '');
  if (distinct.size < 2 || (directory && isLoaderDirectory(directory))) return [{ files, name: undefined }];
  const named = files.filter((file) => identities.get(file) !== undefined);
  // Where the named files are parts, a whole one beside them is the part that they share.
  const own = named.every(isComplete)
    ? files.filter((file) => named.includes(file) || isComplete(file))
    : named;
  const common = files.filter((file) => !own.includes(file));
  return own.map((file) => ({
    files: files.filter((other) => other === file || common.includes(other)),
    name: basename(file.source.file).replace(/\.(json|hcl)$/, ''),
  }));
}

/** No agent starts without a data directory. */
const isComplete = (file: ConfigFile): boolean => textAt(file, 'data_dir') !== undefined;

function identityOf(file: ConfigFile): string | undefined {
  const name = textAt(file, 'node_name');
  if (name || !isComplete(file)) return name;
  return ['advertise_addr', 'bind_addr'].flatMap((key) => textAt(file, key) ?? []).find(isDialable);
}

function textAt({ value }: ConfigFile, key: string): string | undefined {
  const found = value?.members.get(key)?.value;
  return found?.kind === 'string' ? found.value : undefined;
}
