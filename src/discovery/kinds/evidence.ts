/**
 * Whose a file is. Single keys prove little, since many programs have `services`, `version` or `data_dir`: what counts
 * is how much of a file means something to an agent, with the types that the agent wants, and how much does not.
 */
import type { ConfigFile } from '../../model/load/file.ts';
import { agent } from '../../options/agent.ts';
import type { Kind } from '../../options/kinds.ts';
import { member as optionOf } from '../../options/lookup.ts';
import { removedKeys } from '../../options/suggest/removed-keys.ts';
import { misspelt } from '../../options/suggest/suggest.ts';
import type { Span } from '../../text/source/source.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { memo } from '../../util/memo.ts';
import { isNamedAfterConsul } from '../paths.ts';
import { entryKindOf } from './entries.ts';
import { isOfAnotherProgram } from './other-programs.ts';

export type FileKind =
  /** Options of an agent: all of them, or a part. */
  | 'agent'
  /** Services and checks only, which belong to an agent whose other files may be elsewhere. */
  | 'definition'
  /** A config entry: what `consul config write` takes. */
  | 'entry'
  /** Options that other programs have under the same names; what is around the file decides. */
  | 'unclear'
  /** A text from which a template engine still has to make a configuration. */
  | 'template'
  /** Of another program that is recognised. */
  | 'other'
  | 'foreign';

/** What a file is by its own content. */
export const kindOf = memo((file: ConfigFile): FileKind => {
  if (isUnfinished(file)) return 'template';
  const { raw, source } = file;
  if (isInAnotherLanguage(file)) return 'foreign';
  if (!raw || raw.members.size === 0) return 'unclear';
  if (entryKindOf(file) !== undefined) return 'entry';
  if (isOfAnotherProgram(raw, source.text)) return 'other';
  const evidence = weigh(file, raw);
  if (isConsul(evidence)) return isDefinition(raw) ? 'definition' : 'agent';
  return mayBeConsul(evidence, file) ? 'unclear' : 'foreign';
});

/** A list, or in a `.json` file something that is not JSON and has no key that only an agent has. */
function isInAnotherLanguage({ raw, format, refused, source: { text } }: ConfigFile): boolean {
  if ((!raw || raw.members.size === 0) && /^\s*\[/.test(text)) return true;
  return format === 'json' && refused === true && /^\s*[^\s{[/#]/.test(text) && !hasOwnKeyOfAgent(text);
}

/** True where a file with options that others have too says more than one thing of an agent. */
export const saysMuch = ({ raw, ...file }: ConfigFile): boolean =>
  !raw || raw.members.size === 0 || weigh({ raw, ...file }, raw).weight >= 2;

/** True for a text with a key that is an option's, or that of a config entry, at any depth. */
export function hasKeyOfAgent(text: string): boolean {
  keyPattern ??= new RegExp(
    `(?:^|[\\s{,;"])(?:kind|${Object.keys(agent)
      .filter((name) => !/^(?:version|revision|build_date)/.test(name))
      .join('|')})"?\\s*[=:{"]`,
    'im',
  );
  return text.trim() === '' || keyPattern.test(text);
}

let keyPattern: RegExp | undefined;

function hasOwnKeyOfAgent(text: string): boolean {
  ownKeyPattern ??= new RegExp(
    `(?:^|[\\s{,;"])(?:${Object.keys(agent)
      .filter((name) => !shared.has(name))
      .join('|')})"?\\s*[=:{"]`,
    'im',
  );
  return ownKeyPattern.test(text);
}

let ownKeyPattern: RegExp | undefined;

interface Evidence {
  /** For an agent: 3 for what only an agent has, 1 for what others have too. */
  readonly weight: number;
  /** Keys that only an agent has. */
  readonly own: number;
  readonly known: number;
  /** Keys that no agent knows, and options with values of another form. */
  readonly foreign: number;
  /** Of these, keys that are an option misspelt. */
  readonly misspelt: number;
}

/** Half of it at least must be an agent's, and one key an agent's alone. */
const isConsul = ({ weight, own, known, foreign, misspelt }: Evidence): boolean =>
  own > 0 && weight >= 3 && foreign <= known + misspelt;

const mayBeConsul = ({ weight, known, foreign, misspelt }: Evidence, file: ConfigFile): boolean =>
  isNamedAfterConsul(file.source.file)
    ? foreign <= known + misspelt && weight + misspelt > 0
    : foreign === 0 && weight > 0;

function weigh(file: ConfigFile, raw: ObjectValue): Evidence {
  let [weight, own, known, foreign, misspelt] = [0, 0, 0, 0, 0];
  for (const member of raw.members.values()) {
    const name = optionOf(agent, member.name)?.name;
    if (name !== undefined && fits(member, name, file)) {
      const counts = weightOf(name, member);
      known++;
      weight += counts;
      if (counts > 1 && name !== 'data_dir') own++;
    } else if (name === undefined && isMisspelt(member)) misspelt++;
    else foreign++;
  }
  return { weight, own, known, foreign, misspelt };
}

/** The value is what the agent wants there, and most keys in it are known. */
function fits({ value }: Member, name: string, file: ConfigFile): boolean {
  const decoded = file.value?.members.get(name);
  if (!decoded) return value.kind === 'string' || value.kind === 'number' || value.kind === 'null';
  const keys = countKeys(value);
  const unknown = file.findings.filter(({ rule, at }) => rule === 'option/unknown' && isIn(at, value)).length;
  return keys === 0 || unknown * 2 <= keys;
}

const isIn = (at: Span, { start, end }: Span): boolean => at.start >= start && at.end <= end;

/** Keeps its own stack, since values nest deeper than calls may. */
function countKeys(root: Value): number {
  let count = 0;
  const tasks: Value[] = [root];
  for (let value = tasks.pop(); value; value = tasks.pop()) {
    if (value.kind === 'list') for (const item of value.items) tasks.push(item);
    if (value.kind !== 'object') continue;
    count += value.members.size;
    for (const inner of value.members.values()) tasks.push(inner.value);
  }
  return count;
}

/** A misspelt option with a value as that option wants it, or an option that old releases had. */
function isMisspelt({ name, value }: Member): boolean {
  if (Object.hasOwn(removedKeys, name.toLowerCase())) return true;
  const meant = misspelt(agent, name);
  if (meant === undefined) return false;
  const kind = agent[meant]?.kind;
  if (kind === undefined) return true;
  const hasKeys = value.kind === 'object' || objectsIn(value).length > 0;
  return holdsKeys(kind) ? hasKeys : value.kind === 'list' || !hasKeys;
}

const holdsKeys = (kind: Kind): boolean =>
  kind.shape === 'list' ? holdsKeys(kind.of) : kind.shape === 'block' || kind.shape === 'map';

/** Options that other programs have under the same name: each is little, several are something. */
const shared = new Set(
  (
    'addresses audit bind_addr bootstrap ca_file ca_path cache cert_file cloud connect consul datacenter ' +
    'disable_update_check domain enable_debug enable_syslog encrypt experiments http_config key_file leave_on_terminate ' +
    'license_path locality log_file log_json log_level log_rotate_bytes log_rotate_duration log_rotate_max_files ' +
    'node_id partition peering performance pid_file protocol reporting revision rpc segment segments server_name ' +
    'services syslog_facility ui verify_incoming verify_outgoing version version_metadata xds limits telemetry ' +
    'acl check checks ports service tls watches'
  ).split(' '),
);

/** Keys of blocks that only an agent has in a block of that name. */
const ownKeys: Readonly<Record<string, ReadonlySet<string>>> = {
  acl: new Set(
    'default_policy down_policy tokens enable_token_persistence enable_token_replication enable_key_list_policy'.split(
      ' ',
    ),
  ),
  ports: new Set('serf_lan serf_wan dns grpc grpc_tls server sidecar_min_port sidecar_max_port'.split(' ')),
  tls: new Set('defaults internal_rpc'.split(' ')),
  addresses: new Set('dns grpc grpc_tls'.split(' ')),
  performance: new Set('raft_multiplier leave_drain_time rpc_hold_timeout'.split(' ')),
  limits: new Set(
    'rpc_rate rpc_max_burst rpc_max_conns_per_client kv_max_value_size txn_max_req_len'.split(' '),
  ),
  telemetry: new Set('prefix_filter metrics_prefix dogstatsd_addr prometheus_retention_time'.split(' ')),
  peering: new Set(),
  connect: new Set('ca_provider ca_config enable_mesh_gateway_wan_federation'.split(' ')),
};

function weightOf(name: string, { value }: Member): number {
  if (/^(?:version|revision)/.test(name)) return 0;
  if (name === 'server') return value.kind === 'bool' ? 2 : 0;
  if (name === 'data_dir' || name === 'node_name') return 2;
  if (!shared.has(name)) return 3;
  const objects = objectsIn(value);
  if (name === 'service' || name === 'services') return objects.some(isService) ? 3 : 0;
  if (name === 'check' || name === 'checks') return objects.some(isCheck) ? 3 : 0;
  if (name === 'watches') return objects.some(({ members }) => members.has('type')) ? 3 : 0;
  const own = ownKeys[name];
  const has = (key: string): boolean => objects.some(({ members }) => members.has(key));
  return own && [...own].some(has) ? 3 : 1;
}

function objectsIn(value: Value): readonly ObjectValue[] {
  if (value.kind === 'object') return [value];
  return value.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'object' ? [item] : [])) : [];
}

const keysOf = ({ members }: ObjectValue): ReadonlySet<string> =>
  new Set([...members.keys()].map((name) => name.toLowerCase()));

const serviceKeys = (
  'port check checks tags connect proxy meta kind socket_path tagged_addresses weights ' +
  'enable_tag_override token'
).split(' ');

/** A name alone, or with a version, occurs in many files. */
function isService(object: ObjectValue): boolean {
  const keys = keysOf(object);
  const isNamed = keys.has('name') || keys.has('id') || keys.has('service');
  return isNamed && serviceKeys.some((key) => keys.has(key));
}

const checkKinds = 'http tcp udp grpc script args shell ttl h2ping os_service alias_node alias_service'.split(
  ' ',
);

function isCheck(object: ObjectValue): boolean {
  const keys = keysOf(object);
  const isPeriodic =
    keys.has('interval') || keys.has('ttl') || keys.has('alias_service') || keys.has('alias_node');
  return isPeriodic && checkKinds.some((kind) => keys.has(kind));
}

const definitionKeys = new Set(['service', 'services', 'check', 'checks']);

const isDefinition = ({ members }: ObjectValue): boolean =>
  [...members.keys()].every((name) => definitionKeys.has(name));

/** Control blocks of template engines, in a text that an agent cannot read and that is kept as a template. */
const isUnfinished = ({ refused, source }: ConfigFile): boolean =>
  refused === true &&
  /(?:^|[/._-])te?mpl(?:ate)?s?(?:[/._-]|$)|(?:^|[/._-])tpls?(?:[/._-]|$)/i.test(source.file) &&
  /\{%|\{\{[-~]?\s*(?:#|\/|if|range|with|end|else|define|include|template)\b|<%|%\{\s*(?:if|for|end)/.test(
    source.text,
  );
