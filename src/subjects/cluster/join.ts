/**
 * Join lists: what an entry means to the agent. `consul validate` reads none of this; an entry that means nothing
 * fails only when the agent tries it.
 */

import type { Config } from '../../model/config.ts';
import type { ConfigFile } from '../../model/load/file.ts';
import { expand, listAdvice, listed } from '../../model/sockaddr/expand.ts';
import { joinProviders } from '../../options/grammars/join.ts';
import { describesContent } from '../../text/placeholder.ts';
import type { Span } from '../../text/source/source.ts';
import { canonicalHost, ipFamily } from '../../util/addresses.ts';
import { memo } from '../../util/memo.ts';

export interface HostTarget {
  readonly kind: 'host';
  /** Lower-cased; IPv6 without brackets, in its canonical form. */
  readonly host: string;
  readonly port?: number;
}

export type JoinTarget =
  | HostTarget
  /** Known only when the agent runs: cloud auto-join, a go-sockaddr template, a DNS name of Consul itself. */
  | { readonly kind: 'dynamic' }
  /** Completes "this entry …". */
  | { readonly kind: 'invalid'; readonly why: string };

export interface JoinEntry {
  readonly text: string;
  readonly at: Span;
  /** `retry_join[0]` */
  readonly path: string;
  readonly target: JoinTarget;
}

const keys = ['retry_join', 'start_join'] as const;
const wanKeys = ['retry_join_wan', 'start_join_wan'] as const;

/** Every LAN join entry of an agent, in the order in which it tries them. */
export const joinEntries = memo((config: Config): readonly JoinEntry[] => entriesOf(config, keys));

/** Every WAN join entry of a server. */
export const wanEntries = memo((config: Config): readonly JoinEntry[] => entriesOf(config, wanKeys));

/** The mesh gateways of the primary datacenter, which are written in the same way. */
export const gatewayEntries = memo((config: Config): readonly JoinEntry[] =>
  entriesOf(config, ['primary_gateways']),
);

function entriesOf(config: Config, lists: readonly string[]): readonly JoinEntry[] {
  return lists.flatMap((key) => {
    const list = config.get(key);
    if (list?.kind !== 'list') return [];
    return list.items.flatMap((item, i) =>
      item.kind === 'string'
        ? [{ text: item.value, at: item, path: `${key}[${i}]`, target: parseJoinEntry(item.value) }]
        : [],
    );
  });
}

/** True where an agent learns its peers from somewhere else than a join list. */
export function joinsOtherwise(config: Config): boolean {
  return config.bool('auto_config.enabled') === true || config.strings('primary_gateways').length > 0;
}

/** True where a join list is set to another type: that is another finding than a missing list. */
export const hasUnreadableList = (files: readonly ConfigFile[]): boolean =>
  files.some(({ raw }) =>
    keys.some((key) => {
      const value = raw?.members.get(key)?.value;
      return value !== undefined && value.kind !== 'list';
    }),
  );

const parsed = new Map<string, JoinTarget>();

/** What an entry means; the lists of all nodes have the same few. */
export function parseJoinEntry(text: string): JoinTarget {
  const found = parsed.get(text) ?? parseEntry(text);
  parsed.set(text, found);
  return found;
}

function parseEntry(text: string): JoinTarget {
  if (text.includes('provider=')) return parseCloud(text);
  if (expand(text).kind === 'list')
    return { kind: 'invalid', why: `has a template that ${listed}; ${listAdvice}` };
  if (isUnfilled(text) && !unfilledWord.test(text)) return { kind: 'dynamic' };
  const why = malformed(text);
  if (why) return { kind: 'invalid', why };
  // `node/host:port` is how Serf itself writes a target; the node's name is only checked, never resolved.
  return parseHost(text.slice(text.indexOf('/') + 1));
}

/** The text that will be in its place is not known, so nothing is reported about it. */
export const isUnfilled = (text: string): boolean =>
  /\{\{|\$\{?\w|^<.*>$/.test(text) || describesContent(text);

/** Jinja, Go, Python and JavaScript each write one of these in the place of a missing value. */
const unfilledWord = /^(?:undefined|none|null|nil|<no value>|\[object Object\])$/i;

function malformed(text: string): string | undefined {
  if (text === '') return 'is empty, and the agent drops it';
  if (text.trim() === '') return 'is blank';
  if (unfilledWord.test(text)) return 'is what a template writes for a value that it does not have';
  if (/^["'`]|["'`]$/.test(text.trim())) return 'has quotes inside of its text; remove the inner ones';
  if (/^[\w-]+=/.test(text))
    return 'is a piece of a cloud lookup, which is one entry: "provider=… key=value key=value"';
  if (/[,;]/.test(text)) return 'holds several addresses; each must be a separate entry';
  if (/\s/.test(text)) return 'has white space in it; each address must be a separate entry';
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return 'is a URL; write host or host:port without a scheme';
  if (text.startsWith('/') || text.endsWith('/')) return 'has a path in it; write host or host:port';
  return undefined;
}

/** As memberlist splits it: a port only where there is exactly one colon, or one after the bracket. */
function parseHost(text: string): JoinTarget {
  const match = /^(?:\[(?<v6>[^\]]*)\]|(?<name>[^:[\]]*))(?::(?<port>[^:]*))?$/.exec(text);
  if (!match?.groups) {
    return ipFamily(text) ? { kind: 'host', host: canonicalHost(text) } : invalidHost(text);
  }
  const { v6, name, port } = match.groups;
  const host = v6 ?? name ?? '';
  if (v6 !== undefined && ipFamily(v6) !== 6) return invalidHost(text);
  if (host === '') return { kind: 'invalid', why: 'has no host before the port' };
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65535)) {
    return { kind: 'invalid', why: `has a port that is not a number up to 65535` };
  }
  if (isServiceName(host)) return { kind: 'dynamic' };
  return {
    kind: 'host',
    host: canonicalHost(host),
    ...(port !== undefined && { port: Number(port) }),
  };
}

const invalidHost = (text: string): JoinTarget => ({
  kind: 'invalid',
  why: text.includes('[')
    ? 'has brackets around something that is not an IPv6 address'
    : 'is not a host, host:port or IPv6 address',
});

/** `consul.service.consul`, `_consul._tcp.example.com`: a name for whichever servers are alive. */
const isServiceName = (host: string): boolean => /\.(service|query)\.|^_/i.test(host);

/** The pairs of a cloud lookup: key → value, values without their quotes. Undefined for other entries. */
export function lookupPairs(text: string): ReadonlyMap<string, string> | undefined {
  if (!text.includes('provider=')) return undefined;
  return new Map(
    pairsOf(text).map((pair): [string, string] => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), pair.slice(equals + 1).replace(/^"(.*)"$/, '$1')];
    }),
  );
}

const pairsOf = (text: string): readonly string[] => text.match(/(?:[^\s"]|"(?:[^"\\]|\\.)*"?)+/g) ?? [];

/** `provider=aws tag_key="…"`: pairs parted by blanks, values optionally in double quotes, no key twice. */
function parseCloud(text: string): JoinTarget {
  if (/^(["'`]).*\1$/s.test(text.trim()))
    return { kind: 'invalid', why: 'has quotes inside of its text; remove the inner ones' };
  const seen = new Set<string>();
  for (const pair of pairsOf(text)) {
    const equals = pair.indexOf('=');
    if (equals < 1) return { kind: 'invalid', why: `has "${pair}" where go-discover wants key=value` };
    const key = pair.slice(0, equals);
    if (seen.has(key)) return { kind: 'invalid', why: `gives "${key}" twice` };
    seen.add(key);
  }
  const provider = lookupPairs(text)?.get('provider') ?? '';
  if (joinProviders.some((known) => known === provider)) return { kind: 'dynamic' };
  if (provider.endsWith(','))
    return {
      kind: 'invalid',
      why: `names the provider "${provider}" with a comma, although blanks separate the pairs; remove the commas`,
    };
  return {
    kind: 'invalid',
    why: `names the unknown provider "${provider}"; known: ${joinProviders.join(', ')}`,
  };
}
