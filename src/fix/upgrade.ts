/** What changed between two releases that no program can decide: for the agents that it concerns, version by version. */
import { compareVersions, isAtLeast } from '../options/releases/versions.ts';
import { aclsEnabled, isServer } from '../subjects/agent/predicates.ts';
import type { Node } from '../subjects/subjects.ts';
import type { Span } from '../text/source/source.ts';

export interface Decision {
  /** The release from which on it counts. */
  readonly since: string;
  readonly node: string;
  readonly at: Span;
  readonly path: string;
  readonly message: string;
}

interface Change {
  readonly since: string;
  /** The option that it hangs on, or would be set with; a clause and what to decide. */
  readonly path: string;
  readonly message: string;
  readonly concerns: (node: Node) => boolean;
}

const isWritten =
  (path: string) =>
  ({ config }: Node): boolean =>
    config.value(path) !== undefined;

const isOpen =
  (path: string) =>
  ({ config }: Node): boolean =>
    (config.number(path) ?? 0) > 0;

const withTls = ({ config }: Node): boolean => Boolean(config.string('tls.grpc.cert_file'));

/** From changelogs and from what agents of three releases were seen to do. */
const changes: readonly Change[] = [
  {
    since: '1.11',
    path: 'acl.enabled',
    message:
      'tokens and policies of the ACL system before 1.4 are gone: make sure that all of yours were made by the new one',
    concerns: ({ config }) => aclsEnabled(config),
  },
  {
    since: '1.14',
    path: 'ports.grpc',
    message:
      'ports.grpc no longer uses TLS: set ports.grpc_tls (8503 is usual) where proxies use TLS, and decide whether the plain port stays',
    concerns: (node) => isOpen('ports.grpc')(node) && withTls(node),
  },
  {
    since: '1.14',
    path: 'connect.enabled',
    message: 'the service mesh is on unless connect.enabled is false: decide whether you want it',
    concerns: (node) => isServer(node) && !isWritten('connect.enabled')(node),
  },
  {
    since: '1.17',
    path: 'raft_logstore.backend',
    message:
      'a server with an empty data directory keeps its Raft log in the WAL instead of BoltDB; one that has raft.db keeps it: write "boltdb" to keep all alike',
    concerns: (node) => isServer(node) && !isWritten('raft_logstore.backend')(node),
  },
  {
    since: '1.18',
    path: 'telemetry.disable_hostname',
    message:
      'disable_hostname now counts for gauges too: their names lose the host name, and dashboards may lose them',
    concerns: isWritten('telemetry.disable_hostname'),
  },
  {
    since: '1.19',
    path: 'dns_config',
    message:
      'the DNS server was rewritten: compare your answers, or write experiments = ["v1dns"] for the old one while it exists',
    concerns: isWritten('dns_config'),
  },
  {
    since: '1.19',
    path: 'telemetry',
    message: 'metrics named consul.consul.… are gone, their names begin with one consul now',
    concerns: isWritten('telemetry'),
  },
  {
    since: '1.20',
    path: 'experiments',
    message:
      'the experiments of the v2 catalog do nothing any more: remove resource-apis, v2tenancy and hcp-v2-control-plane',
    concerns: ({ config }) =>
      config.strings('experiments').some((name) => /^(resource-apis|v2|hcp-v2)/.test(name)),
  },
  {
    since: '1.22',
    path: 'disable_kv_key_validation',
    message:
      'KV refuses keys with characters that are unsafe in URLs: check yours, or write disable_kv_key_validation = true',
    concerns: isServer,
  },
  {
    since: '1.22.5',
    path: 'http_config.read_timeout',
    message:
      'HTTP requests end after a read or write timeout (30 s in 1.22, 15 min from 2.0): raise http_config.read_timeout and write_timeout where clients block for longer',
    concerns: (node) => isOpen('ports.http')(node) || isOpen('ports.https')(node),
  },
  {
    since: '2.0',
    path: 'cloud',
    message: 'the cloud block has no effect any more: HCP management was removed; remove it',
    concerns: isWritten('cloud'),
  },
];

/** What the way from one release to another asks of these nodes, oldest first. */
export function decisions(nodes: readonly Node[], from: string, to: string): readonly Decision[] {
  return changes
    .filter(({ since }) => isAtLeast(to, since) && compareVersions(since, from) > 0)
    .flatMap(({ since, path, message, concerns }) =>
      nodes
        .filter(concerns)
        .map((node) => ({ since, node: node.name, at: node.config.at(path), path, message })),
    );
}
