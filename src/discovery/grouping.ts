/** Which files are Consul's, and which of one directory belong to one agent. */
import { basename } from 'node:path';
import type { ConfigFile } from '../model/load/file.ts';
import { isPlaceholder, isRoleName } from '../subjects/agent/predicates.ts';
import { isDialable } from '../util/addresses.ts';
import { groupBy } from '../util/collections.ts';

/** Files that other programs leave beside configuration. */
const foreign =
  /^(package(-lock)?|tsconfig.*|jsconfig|composer|renovate|biome|deno|lerna|nx|turbo|manifest|\..*)\.json$|\.(pkr|nomad|pkrvars|tfvars|tfstate)\.(hcl|json)$|^(\.terraform\.lock|terragrunt)\.hcl$/;

export const isForeign = (path: string): boolean => foreign.test(basename(path));

/** A directory that an agent is pointed at: all of its files are one agent's. */
export const isLoaderDirectory = (path: string): boolean =>
  /(?:^|\/)(consul\.d|conf\.d|config\.d|etc\/consul)\/?$/.test(path);

/** Top-level keys of Nomad, Vault, Packer, Terraform and of ACL policies, whose files share some names with Consul's. */
const otherPrograms = new Set(
  (
    'job client region plugin plugin_dir listener storage seal source build packer terraform variable resource provider ' +
    'module locals path vault consul template backend kind key_prefix node_prefix service_prefix session_prefix ' +
    'agent_prefix query_prefix event_prefix'
  ).split(' '),
);

/** Blocks of Nomad that in Consul are no blocks. */
const otherBlocks = new Set('client advertise server vault consul job listener storage seal'.split(' '));

/** What Nomad's configuration calls as Consul's does: a file of nothing else may be either's. */
const sharedWithOthers = new Set(
  (
    'acl bind_addr data_dir datacenter disable_update_check enable_debug enable_syslog leave_on_interrupt ' +
    'leave_on_terminate limits log_file log_json log_level log_rotate_bytes log_rotate_duration log_rotate_max_files ' +
    'performance ports rpc server syslog_facility telemetry tls ui'
  ).split(' '),
);

/** True where most of what a file says are options of an agent. */
export function looksLikeConsul(file: ConfigFile): boolean {
  const { raw, value } = file;
  if (!raw || !value || value.members.size === 0 || isPolicyOrQuery(file)) return false;
  for (const name of raw.members.keys()) if (otherPrograms.has(name.toLowerCase())) return false;
  return value.members.size * 2 >= raw.members.size && !isOfAnotherProgram(file);
}

/** True for what no agent's configuration has: a block of Nomad or Vault. */
export function isOfAnotherProgram({ raw }: ConfigFile): boolean {
  if (!raw) return false;
  return [...otherBlocks].some((name) => {
    const value = raw.members.get(name)?.value;
    return value?.kind === 'object' || (value?.kind === 'list' && value.blocks);
  });
}

/** True where a key is an agent's alone, or the file is called after Consul. */
export const isSurelyConsul = (file: ConfigFile): boolean =>
  looksLikeConsul(file) &&
  (/consul/i.test(basename(file.source.file)) ||
    [...file.value!.members.keys()].some((name) => !sharedWithOthers.has(name)));

/** ACL policies (`service "web" { policy = "read" }`) and prepared queries are for the API, not for an agent's files. */
function isPolicyOrQuery({ raw, value, source }: ConfigFile): boolean {
  if (!raw || !value || [...value.members.keys()].some((name) => !/^(service|acl)$/.test(name))) return false;
  return (
    [...raw.members.keys()].some((name) => /^name$/i.test(name)) ||
    /\bpolicy"?\s*[=:]\s*"(read|write|deny|list)"/.test(source.text)
  );
}

/**
 * True for a file beside configuration in which no key is an option, or would be with a typing mistake less: data of
 * another program. In a directory that an agent is pointed at there are no strangers.
 */
export function isForeignFile(file: ConfigFile): boolean {
  const { raw, value, findings } = file;
  if (isOfAnotherProgram(file) || isPolicyOrQuery(file)) return true;
  if (!raw || raw.members.size === 0 || (value && value.members.size > 0)) return false;
  return !findings.some(({ rule, fix }) => rule === 'option/unknown' && fix !== undefined);
}

export interface AgentFiles {
  readonly files: readonly ConfigFile[];
  /** The file that names the node, without its extension. */
  readonly name: string | undefined;
  /** One of several configurations to choose from, such as those of a server and a client. */
  readonly isChoice?: boolean;
}

/**
 * Files of one directory are one agent's, as Consul would load them, unless two of them name different nodes, are whole
 * configurations for different addresses, or say the same things otherwise: then each of these is an agent, and the
 * rest is common to all.
 */
export function splitAgents(files: readonly ConfigFile[]): readonly AgentFiles[] {
  const directory = files[0]?.source.file.replace(/\/?[^/]*$/, '');
  if (directory && isLoaderDirectory(directory)) return [{ files, name: undefined }];
  const named = agentsOf(files);
  const agents = named.length > 1 ? named : alternatives(files).map((file) => [file]);
  if (agents.length < 2) return [{ files, name: undefined }];
  const own = new Set(agents.flat());
  const names = agents.map(([first]) => basename(first!.source.file).replace(/\.(json|hcl)$/, ''));
  const isTwice = new Set(names).size < names.length;
  const isChoice = isTwice || (named.length < 2 && names.some(isRoleName));
  return agents.map((members, i) => ({
    files: files.filter((file) => members.includes(file) || !own.has(file)),
    name: names[i],
    isChoice,
  }));
}

/** The files that make an agent each, where there is more than one. */
function agentsOf(files: readonly ConfigFile[]): readonly (readonly ConfigFile[])[] {
  const identities = new Map(files.map((file) => [file, identityOf(file)] as const));
  const named = files.filter((file) => identities.get(file) !== undefined);
  const groups = groupBy(named, (file) => identities.get(file));
  if (groups.size < 2) return [];
  // Where the named files are parts, a whole one beside them is the part that they share.
  if (!named.every(isComplete)) {
    // Parts that name one node are parts of it; whole configurations of one name are several agents by mistake.
    return [...groups.values()].flatMap((group) =>
      group.filter(isComplete).length > 1 ? group.map((file) => [file]) : [group],
    );
  }
  return files.filter((file) => named.includes(file) || isComplete(file)).map((file) => [file]);
}

/** Whole configurations that repeat each other are for different roles, not parts that override each other. */
function alternatives(files: readonly ConfigFile[]): readonly ConfigFile[] {
  const whole = files.filter((file) => isComplete(file) && !/^\d/.test(basename(file.source.file)));
  return whole.filter((file) => whole.some((other) => other !== file && repeats(file, other)));
}

function repeats(a: ConfigFile, b: ConfigFile): boolean {
  const [keys, others] = [a, b].map(({ value }) => [...(value?.members.keys() ?? [])]) as [
    string[],
    string[],
  ];
  const shared = keys.filter((key) => others.includes(key)).length;
  return shared >= 4 && shared * 2 >= Math.min(keys.length, others.length);
}

/** No agent starts without a data directory. */
const isComplete = (file: ConfigFile): boolean => textAt(file, 'data_dir') !== undefined;

function identityOf(file: ConfigFile): string | undefined {
  const name = textAt(file, 'node_name');
  if (name ? !isPlaceholder(name) : !isComplete(file)) return name;
  return ['advertise_addr', 'bind_addr'].flatMap((key) => textAt(file, key) ?? []).find(isDialable);
}

function textAt({ value }: ConfigFile, key: string): string | undefined {
  const found = value?.members.get(key)?.value;
  return found?.kind === 'string' ? found.value : undefined;
}
