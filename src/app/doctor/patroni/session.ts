/** The sessions of Patroni's members: what Consul ends them for, and what becomes of their keys then. */
import type { Finding } from '../../../finding.ts';
import { parseDuration, second } from '../../../model/grammar/duration.ts';
import { named } from '../../../subjects/cluster/groups.ts';
import { memberOf } from '../json.ts';
import type { SeenPatroni } from './ask.ts';
import { configOf, type Held, heldIn } from './leader.ts';

export function sessionFindings(seen: SeenPatroni): readonly Finding[] {
  const held = heldIn(seen);
  return faults.flatMap(({ isFault, severity, message }) => {
    const wrong = held.filter((one) => isFault(one, seen));
    if (wrong.length === 0) return [];
    const who = named(wrong.map(({ member, session }) => `${member} (on ${session.node})`));
    const isOne = wrong.length === 1;
    const whose = `the session${isOne ? '' : 's'} of ${who} in Patroni ${seen.scope} ${isOne ? 'has' : 'have'}`;
    return [
      {
        rule: 'live/patroni-session',
        severity,
        message: message(whose, wrong[0]!, seen),
        at: seen.expected.at,
      },
    ];
  });
}

interface Fault {
  readonly isFault: (held: Held, seen: SeenPatroni) => boolean;
  readonly severity: Finding['severity'];
  readonly message: (whose: string, first: Held, seen: SeenPatroni) => string;
}

/** Patroni asks for 1 ms. */
const longestDelay = 1_000_000_000;

const faults: readonly Fault[] = [
  {
    isFault: ({ session }) => session.behavior !== 'delete',
    severity: 'error',
    message: (whose, { session }) =>
      `${whose} the behaviour "${session.behavior}": when it ends, the leader key stays there without a session, and no member takes over; Patroni asks for "delete"; restart Patroni there`,
  },
  {
    isFault: ({ session }) => session.checks.length > 0,
    severity: 'error',
    message: (whose, { session }) =>
      `${whose} a health check (${named(session.checks)}): when it turns critical, the session ends, and the leader key is deleted at once, while the primary still accepts writes, and a second one is promoted; write checks: [] in section consul of Patroni's configuration, and restart Patroni`,
  },
  {
    isFault: ({ session }) => session.lockDelay > longestDelay,
    severity: 'warning',
    message: (whose, { session }) =>
      `${whose} a lock delay of ${session.lockDelay / 1e9} s: so long after it ended by itself no member can take the leader key; Patroni asks for 0.001 s; restart Patroni there`,
  },
  {
    isFault: ({ session }, seen) => {
      const ttl = ttlIn(seen);
      const own = parseDuration(session.ttl);
      return ttl !== undefined && own !== BigInt(Math.round((ttl / 2) * 1000)) * (second / 1000n);
    },
    severity: 'warning',
    message: (whose, { session }, seen) =>
      `${whose} the TTL ${session.ttl || 'none'}, and with ttl ${ttlIn(seen)} in ${seen.prefix}config Patroni asks for half of it, ${ttlIn(seen)! / 2} s: its Patroni has not read that yet, or cannot make a session so short (session_ttl_min); look into its log`,
  },
];

/** What Patroni uses, which takes less than 20 for 20; undefined where the store has none. */
function ttlIn({ config }: SeenPatroni): number | undefined {
  const found = memberOf(configOf(config), 'ttl');
  return typeof found === 'number' ? Math.max(found, 20) : undefined;
}
