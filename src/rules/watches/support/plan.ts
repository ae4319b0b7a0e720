/** Watches as the agent plans them when it starts: api/watch/watch.go, api/watch/funcs.go and agent/watch_handler.go. */
import { parseDuration } from '../../../model/grammar/duration.ts';
import type { ObjectValue, Value } from '../../../text/tree/value.ts';
import { own } from '../../../util/collections.ts';
import { quote } from '../../message.ts';

/** Why the agent does not accept a watch. */
export interface Refusal {
  /** The member concerned, by its path; absent where it is the watch itself. */
  readonly key?: string;
  /** Completes "this watch …". */
  readonly why: string;
}

type Kind = 'a text' | 'true or false' | 'a text or a list of texts';

interface Type {
  /** The one that it must have. */
  readonly needs?: string;
  readonly may: Readonly<Record<string, Kind>>;
}

const stale = { stale: 'true or false' } as const;
const list = { ...stale, filter: 'a text' } as const;

const types: Readonly<Record<string, Type>> = {
  key: { needs: 'key', may: { ...stale, key: 'a text' } },
  keyprefix: { needs: 'prefix', may: { ...stale, prefix: 'a text' } },
  services: { may: list },
  nodes: { may: list },
  service: {
    needs: 'service',
    may: { ...list, service: 'a text', tag: 'a text or a list of texts', passingonly: 'true or false' },
  },
  checks: { may: { ...list, service: 'a text', state: 'a text' } },
  event: { may: { name: 'a text' } },
  agent_service: { may: { service_id: 'a text' } },
};

const common: Readonly<Record<string, Kind>> = {
  datacenter: 'a text',
  token: 'a text',
  type: 'a text',
  handler_type: 'a text',
};

/** In the order in which the agent checks it. */
export function refusalOf(watch: ObjectValue): Refusal | undefined {
  const type = textOf(watch, 'type');
  return (
    handlerTypeRefusal(watch) ??
    (type?.startsWith('connect_')
      ? { key: 'type', why: `is of type ${type}, which a configuration cannot have` }
      : undefined) ??
    wrongKind(watch, common) ??
    (type ? undefined : { why: 'has no type' }) ??
    configRefusal(watch) ??
    typeRefusal(watch, type!) ??
    handlerRefusal(watch)
  );
}

/** The value of a member. A list of one item is read as the item. */
export function memberOf({ members }: ObjectValue, key: string): Value | undefined {
  const value = members.get(key)?.value;
  return value?.kind === 'list' && value.items.length === 1 ? value.items[0] : value;
}

function textOf(watch: ObjectValue, key: string): string | undefined {
  const value = memberOf(watch, key);
  return value?.kind === 'string' ? value.value : undefined;
}

const isText = (value: Value): boolean => value.kind === 'string';

const fits: Readonly<Record<Kind, (value: Value) => boolean>> = {
  'a text': isText,
  'true or false': ({ kind }) => kind === 'bool',
  'a text or a list of texts': (value) =>
    isText(value) || (value.kind === 'list' && value.items.every(isText)),
};

function wrongKind(watch: ObjectValue, kinds: Readonly<Record<string, Kind>>): Refusal | undefined {
  for (const [key, kind] of Object.entries(kinds)) {
    const value = memberOf(watch, key);
    if (!value || fits[kind](value)) continue;
    const quoted = value.kind === 'string' ? ', without quotes' : '';
    return { key, why: `has a ${key} that is not ${kind}; write ${kind}${quoted}` };
  }
  return undefined;
}

function handlerTypeRefusal(watch: ObjectValue): Refusal | undefined {
  const type = textOf(watch, 'handler_type');
  return type === undefined || type === 'http' || type === 'script'
    ? undefined
    : { key: 'handler_type', why: `has the unknown handler_type ${quote(type)}; write "script" or "http"` };
}

function typeRefusal(watch: ObjectValue, type: string): Refusal | undefined {
  const known = own(types, type);
  if (!known)
    return {
      key: 'type',
      why: `is of the unknown type ${type}; known: ${Object.keys(types).join(', ')}`,
    };
  const wrong = wrongKind(watch, known.may);
  if (wrong) return wrong;
  const { needs } = known;
  if (needs !== undefined && !textOf(watch, needs))
    return {
      ...(watch.members.has(needs) && { key: needs }),
      why: `of type ${type} has ${watch.members.has(needs) ? 'an empty' : 'no'} ${needs}`,
    };
  if (type === 'checks' && textOf(watch, 'service') && textOf(watch, 'state'))
    return { key: 'state', why: 'has both service and state; keep one of them' };
  const unknown = [...watch.members.keys()].find((key) => !isKnown(key, known, watch));
  if (unknown === undefined) return undefined;
  return {
    key: unknown,
    why:
      unknown === 'http_handler_config'
        ? 'has http_handler_config, which belongs to handler_type = "http"; write that too, or remove it'
        : `of type ${type} has the unknown parameter ${unknown}`,
  };
}

const isKnown = (key: string, { may }: Type, watch: ObjectValue): boolean =>
  key in may ||
  key in common ||
  key === 'handler' ||
  key === 'args' ||
  (key === 'http_handler_config' && textOf(watch, 'handler_type') === 'http');

function handlerRefusal(watch: ObjectValue): Refusal | undefined {
  const [handler, args] = [memberOf(watch, 'handler'), memberOf(watch, 'args')];
  if (handler && !isText(handler))
    return { key: 'handler', why: 'has a handler that is not a text; write args for a list' };
  if (args && !fits['a text or a list of texts'](args) && !isListOfLists(args))
    return { key: 'args', why: 'has args that are not a list of texts' };
  const http = textOf(watch, 'handler_type') === 'http';
  if (http && (handler || args)) {
    const key = handler ? 'handler' : 'args';
    return { key, why: `has both ${key} and handler_type "http"; keep one of them` };
  }
  if (handler && args) return { key: 'handler', why: 'has both handler and args; keep args' };
  return http || handler || args ? undefined : { why: 'has no handler; write args' };
}

/** Of `[["a", "b"]]` the agent reads the inner list. */
const isListOfLists = (args: Value): boolean =>
  args.kind === 'list' && args.items.some(({ kind }) => kind === 'list');

function configRefusal(watch: ObjectValue): Refusal | undefined {
  if (textOf(watch, 'handler_type') !== 'http') return undefined;
  const config = memberOf(watch, 'http_handler_config');
  const key = 'http_handler_config';
  if (!config) return { why: `has handler_type "http" and no ${key}` };
  if (config.kind !== 'object') return { key, why: `has an ${key} that is not a block` };
  // The decoder does not distinguish upper case from lower case here.
  const found = (name: string): [string, Value] | undefined => {
    const member = [...config.members.values()].find((other) => other.name.toLowerCase() === name);
    return member && member.value.kind !== 'null' ? [`${key}.${member.name}`, member.value] : undefined;
  };
  for (const name of ['path', 'method', 'timeout']) {
    const [at, value] = found(name) ?? [];
    if (value && !isText(value) && !isListOfLists(value) && value.kind !== 'list')
      return { key: at!, why: `has an ${at} that is not a text` };
  }
  const [tls, verify] = found('tls_skip_verify') ?? [];
  if (verify && verify.kind !== 'bool' && verify.kind !== 'list')
    return { key: tls!, why: `has an ${tls} that is not true or false; write it without quotes` };
  const header = headerRefusal(found('header'));
  if (header) return header;
  const path = found('path')?.[1];
  if (!path || (path.kind === 'string' && path.value === ''))
    return { key, why: `has an ${key} without a path; write the URL to call` };
  const [timeoutAt, timeout] = found('timeout') ?? [];
  return timeout?.kind === 'string' && timeout.value !== '' && parseDuration(timeout.value) === undefined
    ? {
        key: timeoutAt!,
        why: `has the timeout ${quote(timeout.value)}, which is not a Go duration; write one such as "10s"`,
      }
    : undefined;
}

function headerRefusal(found: [string, Value] | undefined): Refusal | undefined {
  const [key, written] = found ?? [];
  if (!key || !written) return undefined;
  const header = written.kind === 'list' && written.items.length === 1 ? written.items[0]! : written;
  if (header.kind === 'null') return undefined;
  if (header.kind !== 'object')
    return { key, why: `has an ${key} that is not a block; write each header with a list of texts` };
  for (const { name, value } of header.members.values()) {
    if (value.kind === 'null' || (value.kind === 'list' && value.items.every(isText))) continue;
    const why = `has the header ${name} with a value that is not a list of texts`;
    return { key: `${key}.${name}`, why: isWrittenInList(value) ? `${why}: ${oneItem}` : why };
  }
  return undefined;
}

const oneItem =
  'HCL reads a list of one value as the value itself; write the list in a list, [["…"]], or the watch in a JSON file';

const isWrittenInList = ({ kind, source, start }: Value): boolean =>
  kind !== 'list' && source.text.slice(0, start).trimEnd().endsWith('[');
