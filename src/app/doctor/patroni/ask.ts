/** What Patroni keeps in a cluster: its keys, and the sessions that hold them. */
import type { Answer, Ask } from '../../../live/answer.ts';
import { listOf, memberOf, textOf } from '../json.ts';
import type { Observed } from '../observe.ts';
import type { ExpectedPatroni } from './expected.ts';

/** A key that exists. */
export interface Kept {
  readonly key: string;
  readonly value: string;
  /** The session that holds it; undefined where none does. */
  readonly session: string | undefined;
}

/** One Patroni cluster, as Consul has it. */
export interface SeenPatroni {
  readonly expected: ExpectedPatroni;
  readonly scope: string;
  /** `service/main/`. */
  readonly prefix: string;
  readonly leader: Answer;
  readonly config: Answer;
  readonly members: Answer;
  /** Sessions of the datacenter. */
  readonly sessions: Answer;
}

export const kvOf = (path: string, query = ''): string =>
  `/v1/kv/${path.split('/').map(encodeURIComponent).join('/')}${query}`;

export const sessionsPath = '/v1/session/list';

/** @param known what the files have of it, each store once */
export async function askPatroni(
  { ask }: Observed,
  known: readonly ExpectedPatroni[],
): Promise<readonly SeenPatroni[]> {
  const found = await Promise.all(
    known.map(async (expected) => (await scopesOf(expected, ask)).map((scope) => ({ expected, scope }))),
  );
  const all = found.flat();
  if (all.length === 0) return [];
  const sessions = await ask(sessionsPath);
  return Promise.all(all.map(({ expected, scope }) => askScope(expected, scope, sessions, ask)));
}

async function askScope(
  expected: ExpectedPatroni,
  scope: string,
  sessions: Answer,
  ask: Ask,
): Promise<SeenPatroni> {
  const prefix = `${expected.namespace}/${scope}/`;
  const [leader, config, members] = await Promise.all([
    ask(kvOf(`${prefix}leader`)),
    ask(kvOf(`${prefix}config`)),
    ask(kvOf(`${prefix}members/`, '?recurse')),
  ]);
  return { expected, scope, prefix, leader, config, members, sessions };
}

/** Where the files name none: those whose keys are there. */
async function scopesOf({ scopes, namespace }: ExpectedPatroni, ask: Ask): Promise<readonly string[]> {
  if (scopes.length > 0) return scopes;
  const answer = await ask(kvOf(`${namespace}/`, '?keys&separator=/'));
  const keys = answer.kind === 'json' ? listOf(answer.json) : [];
  return keys.flatMap((key) => {
    const name = typeof key === 'string' ? key.slice(namespace.length + 1).replace(/\/$/, '') : '';
    return name === '' ? [] : [name];
  });
}

/** The keys of an answer; none where there is another one. */
export function keptIn(answer: Answer): readonly Kept[] {
  if (answer.kind !== 'json') return [];
  return listOf(answer.json).flatMap((json): readonly Kept[] => {
    const key = textOf(json, 'Key');
    const value = Buffer.from(textOf(json, 'Value') ?? '', 'base64').toString('utf8');
    return key === undefined ? [] : [{ key, value, session: textOf(json, 'Session') }];
  });
}

export interface Session {
  readonly id: string;
  readonly node: string;
  readonly behavior: string;
  /** `15.0s`. */
  readonly ttl: string;
  /** In nanoseconds. */
  readonly lockDelay: number;
  readonly checks: readonly string[];
}

export function sessionsIn(answer: Answer): readonly Session[] {
  if (answer.kind !== 'json') return [];
  return listOf(answer.json).flatMap((json): readonly Session[] => {
    const id = textOf(json, 'ID');
    const delay = memberOf(json, 'LockDelay');
    if (id === undefined) return [];
    return [
      {
        id,
        node: textOf(json, 'Node') ?? '',
        behavior: textOf(json, 'Behavior') ?? '',
        ttl: textOf(json, 'TTL') ?? '',
        lockDelay: typeof delay === 'number' ? delay : 0,
        checks: [...listOf(memberOf(json, 'NodeChecks')), ...serviceChecks(json)].flatMap((check) =>
          typeof check === 'string' ? [check] : [],
        ),
      },
    ];
  });
}

const serviceChecks = (json: unknown): readonly unknown[] =>
  listOf(memberOf(json, 'ServiceChecks')).map((check) => memberOf(check, 'ID'));
