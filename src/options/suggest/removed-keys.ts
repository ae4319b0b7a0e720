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
  atlas_acl_token: { removed: '1.0', note: 'Atlas no longer exists' },
  atlas_endpoint: { removed: '1.0', note: 'Atlas no longer exists' },
  atlas_infrastructure: { removed: '1.0', note: 'Atlas no longer exists' },
  atlas_join: { removed: '1.0', note: 'Atlas no longer exists' },
  atlas_token: { removed: '1.0', note: 'Atlas no longer exists' },
  'connect.proxy': { removed: '1.6', note: 'write connect { sidecar_service {} } in the service' },
  'connect.proxy_defaults': { removed: '1.6', note: 'write connect { sidecar_service {} } in the service' },
  'disable_compat_1.9': { removed: '1.13' },
  dogstatsd_addr: { use: 'telemetry.dogstatsd_addr', removed: '1.0' },
  dogstatsd_tags: { use: 'telemetry.dogstatsd_tags', removed: '1.0' },
  enable_serverless_plugin: { removed: '1.15' },
  enforce_version_8: { note: 'without effect since 1.8' },
  enable_single: { note: 'never was an option' },
  http_api_response_headers: { use: 'http_config.response_headers', removed: '1.0' },
  join: { use: 'retry_join' },
  recursor: { use: 'recursors', removed: '1.0' },
  retry_join_azure: { use: 'retry_join', removed: '1.0', note: 'write "provider=azure …"' },
  retry_join_ec2: { use: 'retry_join', removed: '1.0', note: 'write "provider=aws …"' },
  retry_join_gce: { use: 'retry_join', removed: '1.0', note: 'write "provider=gce …"' },
  rpc: { use: 'ports.server', removed: '1.0' },
  script: { use: 'checks[].args', removed: '1.1', note: 'the command is a list' },
  statsd_addr: { use: 'telemetry.statsd_address', removed: '1.0' },
  statsd_prefix: { use: 'telemetry.metrics_prefix', removed: '1.0' },
  statsite_addr: { use: 'telemetry.statsite_address', removed: '1.0' },
  statsite_prefix: { use: 'telemetry.metrics_prefix', removed: '1.0' },
};

/** Flags of `consul agent` that releases before 1.0 had, as its CHANGELOG lists them, with the option that took over. */
const removedFlags = new RegExp(
  '^-(?:atlas(?:-token|-join|-endpoint)?|dc|retry-join-(?:azure-tag-(?:name|value)|ec2-(?:region|tag-key|tag-value)|' +
    'gce-(?:credentials-file|project-name|tag-name|zone-pattern)))$',
);

/** The first release that refuses a flag which older ones took; undefined for one that none took. */
export const flagRemovedIn = (flag: string): string | undefined =>
  removedFlags.test(flag) ? '1.0' : undefined;
