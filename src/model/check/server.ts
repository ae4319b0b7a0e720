/** Server mode, quorum and Raft. */
import { hour, minute, parseDuration, second } from '../grammar/duration.ts';
import type { Check } from './check.ts';
import { numbers, oneOf, texts } from './values.ts';

const serverOnly = 'a client takes no part in elections';

const bootstrapOnClient: Check = {
  id: 'agent/bootstrap-on-client',
  severity: 'error',
  options: ['bootstrap', 'bootstrap_expect', 'server'],
  docs: 'Only servers elect a leader, so that bootstrap and bootstrap_expect need server = true. An expectation of 1 counts as bootstrap.',
  run: ({ config, server }, report) => {
    if (server) return;
    const related = [{ path: 'server', message: 'the agent is made a client here' }];
    if (config.bool('bootstrap'))
      report({
        path: 'bootstrap',
        related,
        message: `bootstrap needs server = true; ${serverOnly}. Remove it, or make this a server`,
      });
    if ((config.number('bootstrap_expect') ?? 0) > 0) {
      report({
        path: 'bootstrap_expect',
        related,
        message: `bootstrap_expect needs server = true; ${serverOnly}. Remove it, or make this a server`,
      });
    }
  },
};

const bootstrapTwice: Check = {
  id: 'agent/bootstrap-with-expect',
  severity: 'error',
  options: ['bootstrap', 'bootstrap_expect'],
  docs: 'A server either elects itself at once (bootstrap) or waits for others (bootstrap_expect).',
  run: ({ config }, report) => {
    if (!config.bool('bootstrap') || (config.number('bootstrap_expect') ?? 0) < 2) return;
    report({
      path: 'bootstrap',
      message:
        'bootstrap and bootstrap_expect exclude each other: one elects itself at once, the other waits for its peers. Keep bootstrap_expect',
      related: [{ path: 'bootstrap_expect', message: 'and here it waits' }],
    });
  },
};

const reconnectOnServer: Check = {
  id: 'agent/reconnect-on-server',
  severity: 'error',
  options: ['advertise_reconnect_timeout'],
  docs: 'Only clients may ask to be forgotten sooner.',
  run: ({ config, server }, report) => {
    const path = 'advertise_reconnect_timeout';
    const duration = parseDuration(config.string(path) ?? '0');
    if (!server || duration === undefined || duration === 0n) return;
    report({ path, message: `${path} is for clients only, and this is a server; remove it` });
  },
};

const rejoinAge: Check = texts({
  id: 'agent/rejoin-age',
  options: ['server_rejoin_age_max'],
  docs: 'A server that was away for longer refuses to come back; 6 hours at least.',
  wants: 'a duration of 6h or more',
  accepts: (text) => (parseDuration(text) ?? 6n * hour) >= 6n * hour,
});

const keepalive: Check = texts({
  id: 'agent/grpc-keepalive',
  options: ['performance.grpc_keepalive_interval', 'performance.grpc_keepalive_timeout'],
  docs: 'Keepalives more often than once a second are refused.',
  wants: 'a duration of 1s or more',
  accepts: (text) => (parseDuration(text) ?? second) >= second,
});

const httpTimeouts: Check = texts({
  id: 'agent/http-timeout',
  since: '1.22.5',
  options: ['http_config.read_timeout', 'http_config.write_timeout', 'http_config.read_header_timeout'],
  docs: 'Timeouts of the HTTP server below a second are refused.',
  wants: 'a duration of 1s or more',
  accepts: (text) => (parseDuration(text) ?? second) >= second,
});

const httpIdle: Check = texts({
  id: 'agent/http-idle-timeout',
  since: '1.22.5',
  options: ['http_config.idle_timeout'],
  docs: 'Idle connections may be closed after 10 seconds at the earliest.',
  wants: 'a duration of 10s or more',
  accepts: (text) => (parseDuration(text) ?? minute) >= 10n * second,
});

const featureGates: Check = {
  id: 'agent/feature-gates',
  severity: 'error',
  since: '2.1',
  options: ['feature_gates.bootstrap', 'server'],
  docs: 'Feature gates are opened by the servers that form the cluster.',
  run: ({ config, server }, report) => {
    const gates = config.value('feature_gates.bootstrap');
    if (server || gates?.kind !== 'object' || gates.members.size === 0) return;
    report({
      path: 'feature_gates.bootstrap',
      message: 'feature_gates.bootstrap needs server = true; clients take the gates of their servers',
    });
  },
};

export const server: readonly Check[] = [
  bootstrapOnClient,
  bootstrapTwice,
  numbers({
    id: 'agent/bootstrap-expect',
    options: ['bootstrap_expect'],
    docs: 'The number of servers to wait for cannot be negative.',
    wants: '0 or a number of servers',
    accepts: (count) => count >= 0,
  }),
  numbers({
    id: 'agent/raft-protocol',
    options: ['raft_protocol'],
    docs: 'Every release modelled here speaks version 3 of the Raft protocol, and no other.',
    wants: '3',
    why: 'remove the key',
    accepts: (version) => version === 3,
  }),
  numbers({
    id: 'agent/raft-multiplier',
    options: ['performance.raft_multiplier'],
    docs: 'Factor of the Raft timeouts: 1 is the fastest, 10 the most patient.',
    wants: 'from 1 to 10',
    accepts: (factor) => factor >= 1 && factor <= 10,
  }),
  numbers({
    id: 'agent/max-trailing-logs',
    options: ['autopilot.max_trailing_logs'],
    docs: 'How far a server may lag behind and still count as healthy; not negative.',
    wants: '0 or more',
    accepts: (count) => count >= 0,
  }),
  texts({
    id: 'agent/raft-logstore-backend',
    options: ['raft_logstore.backend'],
    docs: 'Where servers keep the Raft log. `default` came with 1.17. Not looked at on clients.',
    wants: `${oneOf(['boltdb', 'wal'])} (from 1.17 on also "default")`,
    when: ({ server: isServer }) => isServer,
    accepts: (text, { isAtLeast }) =>
      text === 'boltdb' || text === 'wal' || (text === 'default' && isAtLeast('1.17')),
  }),
  numbers({
    id: 'agent/wal-segment-size',
    options: ['raft_logstore.wal.segment_size_mb'],
    docs: 'Size of a segment of the write-ahead log. Not looked at on clients.',
    wants: 'from 1 to 1024',
    when: ({ server: isServer }) => isServer,
    accepts: (size) => size >= 1 && size <= 1024,
  }),
  reconnectOnServer,
  rejoinAge,
  keepalive,
  httpTimeouts,
  httpIdle,
  featureGates,
];
