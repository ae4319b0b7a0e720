import { itemsAt, nearest, textAt } from '../../model/value-path.ts';
import { isServer } from '../../subjects/agent/predicates.ts';
import { spanOf } from '../../text/source/source.ts';
import { type Entry, entriesOf } from '../forms/entries.ts';
import { rule } from '../rule.ts';

/** Kinds of entries that need a protocol with requests. */
const advanced: ReadonlySet<string> = new Set(['service-router', 'service-splitter']);

const withRequests: ReadonlySet<string> = new Set(['http', 'http2', 'grpc']);

export const chainProtocol = rule({
  id: 'mesh/chain-protocol',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['config_entries.bootstrap[]'],
  docs: {
    summary:
      'A router or a splitter in config_entries.bootstrap is for services that have the protocol tcp, or different ones.',
    rationale:
      'The leader of a new cluster writes the entries in their order, and stops at a service-router or service-splitter of a ' +
      'service without http, http2 or grpc from an earlier service-defaults or proxy-defaults, or with a destination of another ' +
      'protocol: "failed to establish leadership … uses a protocol "tcp" that does not permit advanced routing or splitting ' +
      'behavior", again and again, so that nothing can be written (1.16, 1.20 and 1.23). `consul validate` accepts it. A ' +
      'cluster that has the entries already does not write them.',
    bad: { 'consul.hcl': example(router, defaults) },
    good: { 'consul.hcl': example(defaults, router) },
  },
  run(node, report) {
    if (!isServer(node)) return;
    const { entries } = entriesOf(node);
    for (const [i, entry] of entries.entries()) {
      if (!advanced.has(entry.kind) || entry.name === '') continue;
      const fault = faultOf(entry, entries.slice(0, i));
      if (fault === undefined) continue;
      const isLater = faultOf(entry, entries)?.service !== fault.service;
      report({
        at: spanOf(nearest(entry.value, 'name')),
        path: `${entry.path}.name`,
        message:
          `this ${entry.kind} ${fault.why} where it is written: the leader of a new cluster stops at it, again and again, and ` +
          'the cluster takes no writes; ' +
          (isLater
            ? 'put the entries that set the protocol before this one'
            : `write a service-defaults of ${fault.service} with protocol = "${fault.protocol}" before this one`),
      });
    }
  },
});

interface Fault {
  /** Completes "this service-router …". */
  readonly why: string;
  readonly service: string;
  readonly protocol: string;
}

/** What the leader refuses, where the entries before are all that there are. */
function faultOf({ kind, name, value }: Entry, before: readonly Entry[]): Fault | undefined {
  const protocol = protocolOf(name, before);
  if (!withRequests.has(protocol))
    return {
      why: `needs the protocol http, http2 or grpc, and ${name} has ${protocol}`,
      service: name,
      protocol: 'http',
    };
  const targets =
    kind === 'service-router'
      ? itemsAt(value, 'routes').map((route) => textAt(route, 'destination.service'))
      : itemsAt(value, 'splits').map((split) => textAt(split, 'service'));
  const other = targets.find((target) => target !== '' && protocolOf(target, before) !== protocol);
  return other === undefined
    ? undefined
    : {
        why: `leads from ${name} with the protocol ${protocol} to ${other}, which has ${protocolOf(other, before)}`,
        service: other,
        protocol,
      };
}

/** Of the service, else of all proxies, else tcp. */
function protocolOf(name: string, entries: readonly Entry[]): string {
  const own = entries.findLast((entry) => entry.kind === 'service-defaults' && entry.name === name);
  const all = entries.findLast(({ kind }) => kind === 'proxy-defaults');
  const protocol =
    (own && textAt(own.value, 'protocol')) || (all ? textAt(all.value, 'config.protocol') : '');
  return protocol.toLowerCase() || 'tcp';
}

function example(...entries: readonly (() => string)[]): string {
  return (
    'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n\nconfig_entries {\n  bootstrap = [\n' +
    `${entries.map((entry) => `    {\n${entry()}    },\n`).join('')}  ]\n}\n`
  );
}

function router(): string {
  return '      kind = "service-router"\n      name = "web"\n      routes = [{ destination { request_timeout = "15s" } }]\n';
}

function defaults(): string {
  return '      kind = "service-defaults"\n      name = "web"\n      protocol = "http"\n';
}
