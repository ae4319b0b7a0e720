/** What of `patroni` does not work, as findings. */
import type { Finding } from '../../../finding.ts';
import type { Span } from '../../../text/source/source.ts';
import type { Patroni } from './patroni.ts';

export function checkPatroni(patroni: Patroni | undefined, hasProfile: boolean): Finding[] {
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
        `could expire before it has given up, and another primary starts beside it; write ttl: ${needed} or lower the others`,
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
