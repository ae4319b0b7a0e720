/** Which files of one directory belong to one agent: as Consul would load them, unless they contradict each other. */
import { basename, dirname } from 'node:path';
import type { ConfigFile } from '../../model/load/file.ts';
import { isPlaceholder, isRoleName } from '../../subjects/agent/predicates.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { canonicalHost, isDialable } from '../../util/addresses.ts';
import { groupBy } from '../../util/collections.ts';
import { memo, memoByText } from '../../util/memo.ts';
import { isLoaderDirectory } from '../paths.ts';

export interface AgentFiles {
  readonly files: readonly ConfigFile[];
  /** The file that names the node, without its extension. */
  readonly name: string | undefined;
  /** One of several configurations to choose from, such as those of a server and a client. */
  readonly isChoice?: boolean;
}

/**
 * Files of one directory are one agent's unless two of them name different nodes, datacenters or addresses, are for a
 * server and for a client, or are whole configurations that say the same things otherwise: then each of these is an
 * agent, and the rest is common to all.
 */
export function splitAgents(files: readonly ConfigFile[]): readonly AgentFiles[] {
  const agents = agentsOf(files);
  if (agents.length < 2) return [{ files, name: undefined }];
  const own = new Set(agents.flat());
  const names = agents.map(([first]) => stemOf(first!));
  const isTwice = new Set(names).size < names.length;
  const isNamed = agents.every((members) => members.some((file) => identityOf(file) !== undefined));
  const arePartsOnly = agents.every((members) => !members.some(isComplete));
  const isChoice =
    isTwice || areOfOneMachine(agents) || (!isNamed && (arePartsOnly || names.some(isRoleName)));
  return agents.map((members, i) => ({
    files: files.filter(
      (file) => members.includes(file) || (!own.has(file) && !haveOtherRoles(stemOf(file), names[i]!)),
    ),
    name: names[i],
    isChoice,
  }));
}

/** `server.hcl` and `client.hcl` that have one name: a machine runs one of them. */
const areOfOneMachine = (agents: readonly (readonly ConfigFile[])[]): boolean =>
  agents.some(([one]) =>
    agents.some(
      ([other]) =>
        one !== other &&
        identityOf(one!) !== undefined &&
        identityOf(one!) === identityOf(other!) &&
        haveOtherRoles(stemOf(one!), stemOf(other!)),
    ),
  );

/** Kept, as what follows of files: each is compared with all others of its directory. */
export const stemOf = memo(({ source }: ConfigFile): string =>
  basename(source.file).replace(/\.(json|hcl)$/, ''),
);

/** The files that make an agent each, where there is more than one. */
function agentsOf(files: readonly ConfigFile[]): readonly (readonly ConfigFile[])[] {
  const named = namedAgents(files);
  if (named.length > 1) return named;
  const whole = new Set(alternatives(files));
  const own = files.filter((file) => whole.has(file) || files.some((other) => contradicts(file, other)));
  if (own.length < 2) return [];
  // What is whole and says of itself what these say of themselves is not common to them.
  return files
    .filter((file) => own.includes(file) || (isComplete(file) && own.some((other) => sayAlike(file, other))))
    .map((file) => [file]);
}

const personal = ['node_name', 'bind_addr', 'client_addr', 'advertise_addr', 'retry_join', 'start_join'];

const sayAlike = (a: ConfigFile, b: ConfigFile): boolean =>
  !isNumbered(a) &&
  !isLoaderDirectory(dirname(a.source.file)) &&
  personal.some((key) => valueAt(a, key) !== undefined && valueAt(b, key) !== undefined);

function namedAgents(files: readonly ConfigFile[]): readonly (readonly ConfigFile[])[] {
  const named = files.filter((file) => identityOf(file) !== undefined);
  const groups = groupBy(named, identityOf);
  if (groups.size < 2) return [];
  // Where the named files are parts, a whole one next to them is the part that they share.
  if (!named.every(isComplete)) {
    // Parts that name one node are parts of it; whole configurations of one name are several agents by mistake.
    return [...groups.values()].flatMap((group) =>
      group.filter(isComplete).length > 1 ? group.map((file) => [file]) : [group],
    );
  }
  return files.filter((file) => named.includes(file) || isComplete(file)).map((file) => [file]);
}

/** What no agent can have two of. Numbers before names say that later files are meant to override earlier ones. */
function contradicts(a: ConfigFile, b: ConfigFile): boolean {
  const areWhole = isComplete(a) && isComplete(b);
  if (a === b) return false;
  if (areForRoles(a, b)) return true;
  if (mayOverride(a, b) && !areWhole) return false;
  if (areWhole && haveOtherRoles(stemOf(a), stemOf(b))) return true;
  if (areCounted(a, b) && differ(a, b)) return true;
  const others = traitsOf(b);
  return traitsOf(a).some((one, i) => one !== undefined && others[i] !== undefined && one !== others[i]);
}

/** `server.hcl` and `client.hcl`, whose names are roles: the one is not meant to override the other. */
const areForRoles = (a: ConfigFile, b: ConfigFile): boolean =>
  haveOtherRoles(stemOf(a), stemOf(b)) &&
  (areChosen(a, b) ||
    ['true', 'false'].every((role) => [traitsOf(a), traitsOf(b)].some((known) => known.at(-1) === role)));

/** Flags say which of them is a server: an agent is pointed at one, as both set what no agent needs twice. */
const areChosen = (a: ConfigFile, b: ConfigFile): boolean =>
  [a, b].every((file) => isRoleName(stemOf(file)) && !isLoaderDirectory(dirname(file.source.file))) &&
  personal.some((key) => valueAt(a, key) !== undefined && valueAt(b, key) !== undefined);

/** `vault1` and `vault2`: named alike but for a number, as what several machines have. */
const areCounted = (a: ConfigFile, b: ConfigFile): boolean =>
  stemOf(a) !== stemOf(b) && withoutNumbers(a) === withoutNumbers(b);

const withoutNumbers = memo((file: ConfigFile): string => stemOf(file).replace(/\d+/g, '#'));

/** True where both set one option, at any depth, to different texts, numbers or booleans. */
function differ(a: ConfigFile, b: ConfigFile): boolean {
  const [one, other] = [a.value, b.value];
  return one !== undefined && other !== undefined && haveDifferent(one, other);
}

const haveDifferent = (one: ObjectValue, other: ObjectValue): boolean =>
  [...one.members].some(([key, { value }]) => {
    const match = other.members.get(key)?.value;
    if (value.kind === 'object' && match?.kind === 'object') return haveDifferent(value, match);
    return 'value' in value && match !== undefined && 'value' in match && value.value !== match.value;
  });

/** Parts of what one agent loads, in an order that is meant. */
const mayOverride = (a: ConfigFile, b: ConfigFile): boolean =>
  isNumbered(a) || isNumbered(b) || isLoaderDirectory(dirname(a.source.file));

const isNumbered = memo((file: ConfigFile): boolean => /^\d/.test(stemOf(file)));

const traits: readonly ((file: ConfigFile) => string | undefined)[] = [
  (file) => literal(textAt(file, 'datacenter'))?.toLowerCase(),
  (file) => {
    const address = ['advertise_addr', 'bind_addr']
      .flatMap((key) => textAt(file, key) ?? [])
      .find(isDialable);
    return address && canonicalHost(address);
  },
  (file) => {
    const server = valueAt(file, 'server');
    return server?.kind === 'bool' ? String(server.value) : undefined;
  },
];

const traitsOf = memo((file: ConfigFile) => traits.map((trait) => trait(file)));

const literal = (text: string | undefined): string | undefined =>
  text === undefined || text === '' || isPlaceholder(text) ? undefined : text;

/** `consul-server` and `consul-client`. */
export function haveOtherRoles(a: string, b: string): boolean {
  const [one, other] = [roleIn(a), roleIn(b)];
  return one !== undefined && other !== undefined && one !== other;
}

export const roleIn = memoByText((name): 'server' | 'client' | undefined => {
  const isFor = (words: RegExp): boolean =>
    name
      .toLowerCase()
      .split(/[-_.]|\d+/)
      .some((word) => words.test(word));
  const [server, client] = [
    isFor(/^(?:server|servers|master|bootstrap)$/),
    isFor(/^(?:client|clients|worker)$/),
  ];
  return server === client ? undefined : server ? 'server' : 'client';
});

/** Whole configurations that repeat each other are for different roles, not parts that override each other. */
function alternatives(files: readonly ConfigFile[]): readonly ConfigFile[] {
  const whole = files.filter((file) => isNearlyWhole(file) && !isNumbered(file));
  return whole.filter((file) => whole.some((other) => other !== file && repeats(file, other)));
}

/** A data directory, or most of what an agent needs besides. */
const isNearlyWhole = (file: ConfigFile): boolean =>
  isComplete(file) ||
  (!isLoaderDirectory(dirname(file.source.file)) &&
    needed.filter((key) => valueAt(file, key) !== undefined).length >= 3);

const needed = [
  'bind_addr',
  'client_addr',
  'advertise_addr',
  'retry_join',
  'start_join',
  'server',
  'encrypt',
];

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

const valueAt = ({ value }: ConfigFile, key: string): Value | undefined => value?.members.get(key)?.value;

function textAt(file: ConfigFile, key: string): string | undefined {
  const found = valueAt(file, key);
  return found?.kind === 'string' ? found.value : undefined;
}
