/** Keys that older releases knew, or that people carry over from elsewhere, and what to write now. */
export interface RemovedKey {
  /** Path of the option that took over; absent where nothing did. */
  readonly use?: string;
  /** The first release without it, where that is known. */
  readonly removed?: string;
  /** Why it is gone, or what else changed; a clause, without a full stop. */
  readonly note?: string;
}

export const removedKeys: Readonly<Record<string, RemovedKey>> = {
  advertise_addrs: { use: 'advertise_addr', removed: '1.0', note: 'ports are in `ports`' },
  atlas_acl_token: { note: 'Atlas no longer exists' },
  atlas_endpoint: { note: 'Atlas no longer exists' },
  atlas_infrastructure: { note: 'Atlas no longer exists' },
  atlas_join: { note: 'Atlas no longer exists' },
  atlas_token: { note: 'Atlas no longer exists' },
  'disable_compat_1.9': { removed: '1.13' },
  dogstatsd_addr: { use: 'telemetry.dogstatsd_addr' },
  enable_serverless_plugin: { removed: '1.15' },
  enforce_version_8: { note: 'without effect since 1.8' },
  enable_single: { note: 'never was an option' },
  http_api_response_headers: { use: 'http_config.response_headers', removed: '1.0' },
  join: { use: 'retry_join' },
  recursor: { use: 'recursors', removed: '1.0' },
  retry_join_azure: { use: 'retry_join', note: 'write "provider=azure …"' },
  retry_join_ec2: { use: 'retry_join', note: 'write "provider=aws …"' },
  retry_join_gce: { use: 'retry_join', note: 'write "provider=gce …"' },
  rpc: { use: 'ports.server', removed: '1.0' },
  script: { use: 'checks[].args', removed: '1.1', note: 'the command is a list' },
  statsd_addr: { use: 'telemetry.statsd_address', removed: '1.0' },
  statsd_prefix: { use: 'telemetry.metrics_prefix', removed: '1.0' },
  statsite_addr: { use: 'telemetry.statsite_address', removed: '1.0' },
  statsite_prefix: { use: 'telemetry.metrics_prefix', removed: '1.0' },
};
