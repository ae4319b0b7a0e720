/** What of Patroni lies on a machine or in a directory, as texts: what it means is read only where there is any. */
import type { Source } from '../../text/source/source.ts';
import type { UnitText } from '../../text/systemd.ts';

export interface PatroniFiles {
  /** YAML files that may be parts of its configuration, in byte order of their names. */
  readonly configs: readonly Source[];
  readonly services: readonly PatroniService[];
  /** Files of environment variables. */
  readonly environments: readonly Source[];
  /** The directory that is the root of its machine; undefined where the files lie side by side. */
  readonly root: string | undefined;
  /** True where a manifest gives Patroni its token, in files that are not written yet. */
  readonly hasToken?: boolean;
  /** What the disk says of an absolute path of the machine; absent where nothing is known. */
  readonly facts?: (path: string) => PathFacts;
  /** Files of tmpfiles.d, which give modes and owners. */
  readonly modes?: readonly Source[];
  /** /etc/group and files of sysusers.d, which say who is a member of which group. */
  readonly accounts?: readonly Source[];
}

/** Permission bits and the owner of a path, where they are those of the machine. */
export interface PathFacts {
  readonly mode: number | undefined;
  readonly owner?: { readonly user: string; readonly group: string };
}

/** A systemd unit that starts Patroni: the file and its drop-ins. */
export interface PatroniService {
  /** `patroni.service`, or `patroni@.service` for each of several clusters on one machine. */
  readonly name: string;
  readonly texts: readonly UnitText[];
}

/** Stores that Patroni can keep its state in, in the order in which it takes the first that is configured. */
export const stores = ['consul', 'etcd', 'etcd3', 'exhibitor', 'kubernetes', 'raft', 'zookeeper'] as const;

/** Keys at the top of a configuration of Patroni that no manifest has. */
const ownKeys = new Set([
  'scope',
  'namespace',
  'restapi',
  'ctl',
  'postgresql',
  'bootstrap',
  'watchdog',
  'citus',
  ...stores.slice(1),
]);

/** Keys of a manifest that no configuration of Patroni has. */
const manifestKeys = new Set([
  'servers',
  'clients',
  'datacenters',
  'profile',
  'extends',
  'config',
  'patroni',
  'templates',
]);

/** By the keys at the left margin: read before anything is parsed, since most YAML is something else. */
export function looksLikePatroni(text: string): boolean {
  const keys = [...text.matchAll(/^(["']?)([A-Za-z_]\w*)\1[ \t]*:(?=[ \t\r\n]|$)[ \t]*(.*)$/gm)];
  const names = keys.map(([, , name]) => name!);
  if (names.some((name) => manifestKeys.has(name))) return false;
  const isStore = keys.some(([, , name, rest]) => name === 'consul' && /^(?:\{|#|&|\r?$)/.test(rest!));
  const own = names.filter((name) => ownKeys.has(name));
  return isStore ? names.every((name) => name === 'consul' || isPlausible(name)) : isOwn(own, names);
}

/** A single word such as `etcd` may be that of any program, unless the file has little else. */
function isOwn(own: readonly string[], names: readonly string[]): boolean {
  if (own.includes('postgresql') && own.some((name) => /^(?:scope|restapi|bootstrap)$/.test(name)))
    return true;
  if (own.includes('scope') && own.length > 1) return true;
  return own.some((name) => (stores as readonly string[]).includes(name)) && names.every(isPlausible);
}

const isPlausible = (name: string): boolean =>
  ownKeys.has(name) ||
  /^(?:consul|name|log|tags|raft|failsafe_mode|ttl|loop_wait|retry_timeout|x_\w+)$/.test(name);

/** Keys of the section `consul`, as dcs/consul.py of Patroni 4.1 reads them. */
export const consulKeys: readonly string[] = (
  'url host port scheme token verify cacert ca_cert cert key dc consistency checks register_service service_tags ' +
  'service_check_interval service_check_tls_server_name'
).split(' ');

/** Of the whole of Patroni, which it copies into the section. */
export const copiedKeys: readonly string[] =
  'loop_wait name namespace patronictl retry_timeout scope ttl'.split(' ');
