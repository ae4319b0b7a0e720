/** What an agent is, in the words that several rules ask in. */

import type { Config } from '../../model/config.ts';
import { describesContent, markedPlaceholder, namesItsContent } from '../../text/placeholder.ts';
import type { Span } from '../../text/source/source.ts';
import type { BoolValue } from '../../text/tree/value.ts';
import { isAnyAddress, isDialable, isLoopback } from '../../util/addresses.ts';
import type { Node } from '../subjects.ts';
import type { Flags } from '../unit/flags.ts';

/**
 * No agent starts without a data directory, so files that name none are a part of a configuration (or the rest
 * comes with flags), and the content of a file that cannot be parsed is not known: a rule about something missing
 * has nothing to say of them.
 */
export const isFragment = ({ config, files, unit, template }: Node): boolean =>
  template === true ||
  !config.string('data_dir') ||
  files.some(({ refused }) => refused) ||
  // A unit whose files are elsewhere.
  (files.length === 0 && (unit?.flags.configPaths.length ?? 0) > 0);

/**
 * True where it is the configuration of one machine: it sets a name or an address, or a directory or file
 * that is called neither after a role nor after what it holds. Others, such as `server.hcl`, may be that of several.
 */
export function isOneMachine({ config, host, container }: Node): boolean {
  if (container) return container.count === 1;
  const name = config.string('node_name');
  if (name) return !isUnfilledName(name);
  const address = lanAddress(config);
  if (address && isDialable(address)) return true;
  return host !== undefined && !isRoleName(host);
}

/** True where its files are all of a machine: elsewhere a script may add some, or copy those that are here to other places. */
export const isWholeMachine = ({ tree, machine, host }: Node): boolean =>
  machine !== undefined ||
  tree?.root === '/' ||
  (host !== undefined && isMachineName(host) && (!tree || tree.root.split('/').at(-1) === host));

/** True for definitions in two files, where nothing says that both files are those of one machine. */
export const mayBeOfTwoHosts = (node: Node, a: Span, b: Span): boolean =>
  a.source !== b.source && (!isOneMachine(node) || areAlternatives(a.source.file, b.source.file));

/** `mysql-primary.json` and `mysql-replica.json`: one for each of two hosts. */
function areAlternatives(a: string, b: string): boolean {
  const [words, others] = [wordsOf(a), wordsOf(b)];
  const differing = words.flatMap((word, i) => (word === others[i] ? [] : [[word, others[i] ?? '']]));
  return (
    words.length === others.length && differing.length === 1 && differing[0]!.every((word) => sides.has(word))
  );
}

const wordsOf = (file: string): readonly string[] =>
  file
    .slice(file.lastIndexOf('/') + 1)
    .toLowerCase()
    .split(/[-_.\s]|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/);

const sides = new Set(
  (
    'active backup blue client east follower green leader left main master node primary replica right secondary server ' +
    'slave source standby west worker'
  ).split(' '),
);

/** True for a name of a directory or file that says what is in it, not on which machine it is. */
export const isRoleName = (name: string): boolean =>
  name.split(/[-_.]/).every((word) => roleWords.has(word.toLowerCase()));

const roleWords = new Set(
  (
    'agent agents base bootstrap client clients common conf config configs consul debug default dev etc example files ' +
    'follower followers ha head leader local logging main master masters node nodes prod sample server servers single ' +
    'template templates test worker workers'
  ).split(' '),
);

/** True for a name that counts machines, such as `srv1`, `b` or `10.0.0.1`; of a word nothing says that it is one. */
export const isMachineName = (name: string): boolean =>
  (/\d/.test(name) || /^[a-z]$/i.test(name)) && !isGroupName(name);

/** True for the name of an environment, a datacenter, an example or a lesson, which have a cluster each. */
export const isGroupName = (name: string): boolean =>
  isRegion(name.toLowerCase()) ||
  name
    .toLowerCase()
    .split(/[-_.\s]|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/)
    .some((word) => groupWords.has(word));

const groupWords = new Set(
  (
    'case ch chapter cluster clusters day dc dcs datacenter demo demos deploy dev development env envs environment ex ' +
    'example examples exercise exercises k8s lab labs lesson lessons live local module modules part partition phase prod ' +
    'production profile project qa region release sample samples sandbox scenario section site sites stage staging step ' +
    'steps task test tests topology tutorial uat v ver version week zone'
  ).split(' '),
);

/** `us-east-1`, `eu-west`. */
const isRegion = (name: string): boolean =>
  /^(?:af|ap|ca|eu|il|me|mx|sa|us)[-_](?:gov[-_])?(?:central|east|north|south|west)/.test(name);

/** True for `client-ip` and `your host name` as well, which are the same on every machine until they are filled in. */
const isUnfilledName = (name: string): boolean =>
  isPlaceholder(name) ||
  describesContent(name) ||
  /[-_. ](?:ip|ipaddr|addr|address|hostname|fqdn)$/i.test(name);

/** True for a text that something is still to be put into. */
export const isPlaceholder = (text: string): boolean =>
  markedPlaceholder(text) !== undefined || namesItsContent(text);

export const isServer = (node: Node): boolean => node.role === 'server';

/** The `leave_on_terminate = true` of a server, where one is written: its default is false. */
export function leavingServer(node: Node): BoolValue | undefined {
  const value = node.config.get('leave_on_terminate');
  return isServer(node) && value?.kind === 'bool' && value.value ? value : undefined;
}

/** True where an option is written with a value of another type, so that what is meant is not known. */
export const isMistyped = (node: Node, path: string): boolean =>
  node.findings.some((finding) => finding.rule === 'option/type' && finding.path === path);

/** Servers that take part in elections. */
export const isVoter = (node: Node): boolean => isServer(node) && node.config.bool('read_replica') !== true;

/** How many servers it waits for; 0 where nothing is written. */
export const bootstrapExpect = (config: Config): number => config.number('bootstrap_expect') ?? 0;

/** True where it elects itself without waiting for anyone: Consul reads an expectation of one as `bootstrap`. */
export const bootstrapsAlone = (config: Config): boolean =>
  config.bool('bootstrap') === true || bootstrapExpect(config) === 1;

export const aclsEnabled = (config: Config): boolean => config.bool('acl.enabled') === true;

/** True where RPC between agents is encrypted on at least one side. */
export const usesTls = (config: Config): boolean =>
  config.bool('tls.internal_rpc.verify_outgoing') === true ||
  config.bool('tls.internal_rpc.verify_incoming') === true ||
  config.bool('auto_encrypt.tls') === true ||
  config.bool('auto_config.enabled') === true;

/** Where its peers reach it on the LAN; undefined for "whatever the host has" and for templates. */
export function lanAddress(config: Config): string | undefined {
  for (const key of ['advertise_addr', 'serf_lan', 'bind_addr']) {
    const address = config.string(key);
    if (address) return isAnyAddress(address) || address.includes('{{') ? undefined : address;
  }
  return undefined;
}

/** True where only processes of the same machine can be its peers. */
export function isLoopbackOnly(config: Config): boolean {
  const address = lanAddress(config);
  return address !== undefined && isLoopback(address);
}

/** Where it listens for gossip, as it is written; an empty address is that of every interface. */
export const gossipAddress = (config: Config): string =>
  config.string('serf_lan')?.trim() || config.string('bind_addr')?.trim() || '0.0.0.0';

/** Number of servers that the cluster can lose; none for one or two. */
export const tolerance = (servers: number): number => Math.max(0, Math.floor((servers - 1) / 2));

/**
 * True where one of the options may be set though no file sets it, so that it is not reported as missing: a flag is filled
 * in later, or something that starts agents mentions it.
 */
export function maySetElsewhere(node: Node, ...options: readonly string[]): boolean {
  const { unknown, deployments = [] } = node;
  const flags = flagsOf(node);
  if (flags?.open) return true;
  return options.some(
    (option) =>
      flags?.unknown.has(option) === true ||
      unknown?.has(option) === true ||
      deployments.some(({ maySet }) => maySet(option)),
  );
}

/** Those of the command line that starts it; undefined where that is not in sight. */
export const flagsOf = ({ unit, command }: Node): Flags | undefined => command?.flags ?? unit?.flags;

/** True where all of its command line is in sight. */
export const hasCommandLine = ({ unit, command }: Node): boolean =>
  unit !== undefined || command !== undefined;
