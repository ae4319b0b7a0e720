/** A manifest with Patroni, and what Consul has of a Patroni in good order: the leader, its session, the configuration. */
import type { Example } from '../../rule.ts';

/** What of it differs. */
export interface PatroniChange {
  readonly leader?: object;
  readonly session?: object;
  readonly config?: object;
  /** What is answered to the token of Patroni, by path. */
  readonly toPatroni?: object;
  /** What else is answered. */
  readonly answers?: object;
}

export function patroniExample(change: PatroniChange = {}): Example {
  const { leader, session, config, toPatroni, answers } = change;
  const times = { ttl: 30, loop_wait: 10, retry_timeout: 10, ...config };
  const key = (name: string, value: string, more: object): object[] => [
    { Key: `service/main/${name}`, Value: btoa(value), ...more },
  ];
  const made = { Node: 'srv1', Behavior: 'delete', TTL: '15.0s', LockDelay: 1_000_000, NodeChecks: [] };
  const found = {
    '/v1/kv/service/main/leader': key('leader', 'pg1', { Session: 'one', ...leader }),
    '/v1/kv/service/main/config': key('config', JSON.stringify(times), {}),
    '/v1/session/list': [{ ID: 'one', ...made, ...session }],
    ...answers,
  };
  return {
    'cluster.yaml':
      'consul: "1.20"\nprofile: patroni\npatroni: { scope: main }\nservers: [srv1, srv2, srv3]\nconfig: { performance: { raft_multiplier: 1 } }\n',
    'answers/srv1.json': JSON.stringify(found),
    ...(toPatroni && { 'answers/patroni.json': JSON.stringify(toPatroni) }),
  };
}
