import { parseDuration } from '../../model/grammar/duration.ts';
import { withOptions } from '../forms/examples.ts';
import { texts } from '../forms/values.ts';

const wants = 'a Go duration such as "30s" or "1h30m"';

const why = 'units are ns, us, ms, s, m and h, without days and blanks';

const accepts = (text: string): boolean => parseDuration(text) !== undefined;

const options = [
  'acl.policy_ttl',
  'acl.role_ttl',
  'acl.token_ttl',
  'advertise_reconnect_timeout',
  'auto_config.authorization.static.clock_skew_leeway',
  'auto_config.authorization.static.expiration_leeway',
  'auto_config.authorization.static.not_before_leeway',
  'autopilot.last_contact_threshold',
  'autopilot.server_stabilization_time',
  'check_update_interval',
  'default_query_time',
  'discovery_max_stale',
  'dns_config.cache_max_age',
  'dns_config.max_stale',
  'dns_config.node_ttl',
  'dns_config.recursor_timeout',
  'dns_config.service_ttl.{}',
  'federation_state_anti_entropy_sync_interval',
  'gossip_lan.gossip_interval',
  'gossip_lan.probe_interval',
  'gossip_lan.probe_timeout',
  'gossip_wan.gossip_interval',
  'gossip_wan.probe_interval',
  'gossip_wan.probe_timeout',
  'http_config.idle_timeout',
  'http_config.read_header_timeout',
  'http_config.read_timeout',
  'http_config.write_timeout',
  'limits.https_handshake_timeout',
  'limits.rpc_client_timeout',
  'limits.rpc_handshake_timeout',
  'log_rotate_duration',
  'max_query_time',
  'performance.grpc_keepalive_interval',
  'performance.grpc_keepalive_timeout',
  'performance.leave_drain_time',
  'performance.rpc_hold_timeout',
  'primary_gateways_interval',
  'raft_logstore.verification.interval',
  'raft_snapshot_interval',
  'reconnect_timeout',
  'reconnect_timeout_wan',
  'retry_interval',
  'retry_interval_wan',
  'server_rejoin_age_max',
  'session_ttl_min',
  'telemetry.certificate.cache_duration',
  'telemetry.prometheus_retention_time',
];

export const optionDuration = texts({
  id: 'option/duration',
  options,
  docs: {
    summary: 'A duration has no unit, an unknown one, or blanks.',
    rationale:
      'Durations are numbers with the units ns, us, ms, s, m and h. The agent refuses others, such as ' +
      'days, and an empty string; an unset option has its default. Negative durations are accepted ' +
      'where the option allows them.',
    bad: withOptions(`
      retry_interval = "1 d"
    `),
    good: withOptions(`
      retry_interval = "24h"
    `),
  },
  wants,
  why,
  accepts,
});
