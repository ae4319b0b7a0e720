/** Who holds the leader key of a Patroni cluster, and by what. */
import type { Finding } from '../../../finding.ts';
import { isRefusal } from '../agents.ts';
import { memberOf } from '../json.ts';
import { type Kept, keptIn, type SeenPatroni, type Session, sessionsIn } from './ask.ts';

export interface Held {
  readonly member: string;
  readonly leads: boolean;
  readonly key: Kept;
  readonly session: Session;
}

/** The members that hold a key by a session that is shown, the leader first. */
export function heldIn({ leader, members, sessions }: SeenPatroni): readonly Held[] {
  const [key] = keptIn(leader);
  const all = sessionsIn(sessions);
  const held = (kept: Kept, member: string, leads: boolean): readonly Held[] => {
    const session = all.find(({ id }) => id === kept.session);
    return session ? [{ member, leads, key: kept, session }] : [];
  };
  const own = key ? held(key, key.value, true) : [];
  const others = keptIn(members)
    .flatMap((kept) => held(kept, kept.key.slice(kept.key.lastIndexOf('/') + 1), false))
    .filter(({ session }) => session.id !== key?.session);
  return [...own, ...others];
}

export const isPaused = ({ config }: SeenPatroni): boolean => memberOf(configOf(config), 'pause') === true;

/** The dynamic configuration that Patroni keeps; undefined where it is not there. */
export function configOf(answer: SeenPatroni['config']): unknown {
  const [kept] = keptIn(answer);
  try {
    return kept && JSON.parse(kept.value);
  } catch {
    return undefined;
  }
}

export function leaderFindings(seen: SeenPatroni): readonly Finding[] {
  const { leader, members, config, prefix, scope, expected } = seen;
  const { at } = expected;
  if (isRefusal(leader)) return [];
  const [key] = keptIn(leader);
  const isThere = [...keptIn(members), ...keptIn(config)].length > 0;
  const finding = (severity: Finding['severity'], message: string): readonly Finding[] => [
    { rule: 'live/patroni-leader', severity, message, at },
  ];
  if (!key && leader.kind === 'status' && leader.status === 404) {
    if (!isThere)
      return finding(
        'info',
        `Patroni ${scope} has no keys below ${prefix}: it has not run with this store yet, or its scope or namespace is another`,
      );
    const paused = isPaused(seen);
    return finding(
      paused ? 'warning' : 'error',
      `no member of Patroni ${scope} holds the leader key ${prefix}leader${paused ? ', and Patroni is paused, so that no replica is promoted; `patronictl resume`' : ': no PostgreSQL is the primary, or one goes on without the store (failsafe_mode); look into the logs of Patroni'}`,
    );
  }
  if (key && key.session === undefined)
    return finding(
      'error',
      `${key.value} is named in ${key.key} without a session, so that the key never expires and no other member takes over when ${key.value} fails; look into its log, and delete the key only when no PostgreSQL is the primary`,
    );
  return [];
}

/** `Patroni main: pg1 holds the leader key, by a session on srv1`; undefined where no member does. */
export function leaderNote(seen: SeenPatroni): string | undefined {
  const [key] = keptIn(seen.leader);
  if (key?.session === undefined) return undefined;
  const node = sessionsIn(seen.sessions).find(({ id }) => id === key.session)?.node;
  return `Patroni ${seen.scope}: ${key.value} holds the leader key${node === undefined ? '' : `, by a session on ${node}`}`;
}
