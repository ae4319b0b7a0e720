/** What of `patroni` does not work, as findings. */
import type { Finding } from '../../../finding.ts';
import type { Span } from '../../../text/source/source.ts';
import type { NodeSpecBase } from '../../structure.ts';
import { dnsTokenOf, isDeniedDns } from './names.ts';
import type { Patroni } from './patroni.ts';

export type CheckedNode = NodeSpecBase & { readonly patroni: Patroni | undefined };

export function checkPatroni(
  patroni: Patroni | undefined,
  hasProfile: boolean,
  nodes: readonly CheckedNode[],
): Finding[] {
  if (!patroni?.at) return [];
  const { at } = patroni;
  return [
    ...(hasProfile
      ? []
      : [
          invalid(
            at,
            'patroni',
            '`patroni` applies only with the profile of that name; write profile: patroni too',
          ),
        ]),
    ...checkTiming(patroni, at),
    ...checkPostgresql(patroni, at),
    ...checkNames(patroni, nodes),
  ];
}

/** What `patroni/dns-denied` reports of files, before there are any. */
function checkNames({ registerAt }: Patroni, nodes: readonly CheckedNode[]): Finding[] {
  const hosts = nodes.filter(({ patroni }) => patroni?.registerService);
  if (!registerAt || hosts.length === 0 || !hosts.every(isDeniedDns)) return [];
  const token = dnsTokenOf(hosts[0]!.version);
  return [
    {
      rule: 'patroni/dns-denied',
      severity: 'warning',
      message:
        `the ACLs deny by default, and no agent gets a token for DNS: unless one is set through the API, or the ` +
        'anonymous token may read services and nodes, every name of this service is NXDOMAIN; write ' +
        `acl.tokens.${token}, such as { generate: "secrets/${token}.token" }, and the runbook creates it with its policy`,
      at: registerAt,
      path: 'patroni.register_service',
    },
  ];
}

/** Patroni itself lowers values that do not fit, with a line in its log. */
function checkTiming({ timing: { ttl, loopWait, retryTimeout } }: Patroni, at: Span): Finding[] {
  const needed = loopWait + 2 * retryTimeout;
  if (needed <= ttl) return [];
  return [
    invalid(
      at,
      'patroni.ttl',
      `ttl is ${ttl}, but loop_wait + 2 * retry_timeout is ${needed}: the key of a primary that cannot reach the store ` +
        `could expire before it has given up, and another primary starts at the same time; write ttl: ${needed} or lower the others`,
    ),
  ];
}

function checkPostgresql({ postgresql, packaging, scopes }: Patroni, at: Span): Finding[] {
  if (!postgresql) return [];
  const found: Finding[] = [];
  if (scopes.length !== 1)
    found.push(
      invalid(
        at,
        'patroni.scope',
        '`patroni.postgresql` describes one Patroni cluster; write its `scope`, such as main',
      ),
    );
  if (packaging === 'pip' && (!postgresql.dataDir || !postgresql.binDir))
    found.push(
      invalid(
        at,
        'patroni.postgresql',
        'with Patroni from pip nothing says where PostgreSQL is; write data_dir and bin_dir, such as ' +
          `/var/lib/postgresql/${postgresql.version}/main and /usr/lib/postgresql/${postgresql.version}/bin`,
      ),
    );
  return found;
}

const invalid = (at: Span, path: string, message: string): Finding => ({
  rule: 'manifest/invalid',
  severity: 'error',
  message,
  at,
  path,
});
