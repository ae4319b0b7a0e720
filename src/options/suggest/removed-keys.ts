/** Keys that older releases knew, or that people carry over from elsewhere, and what to write now. */
import { own } from '../../util/collections.ts';

export interface RemovedKey {
  /** Path of the option that took over; absent where nothing did. */
  readonly use?: string;
  /** The first release without it, where that is known. */
  readonly removed?: string;
  /** Why it is gone, or what else changed; a clause, without a full stop. */
  readonly note?: string;
  /** Releases that had the key took it as a flag too, with dashes. */
  readonly wasFlag?: true;
}

const noAtlas = { removed: '1.0', note: 'Atlas no longer exists' } as const;

const noAtlasFlag = { ...noAtlas, wasFlag: true } as const;

const cloud = (provider: string): RemovedKey => ({
  use: 'retry_join',
  removed: '1.0',
  note: `write "provider=${provider} …"`,
});

const cloudFlag = (parameter: string): RemovedKey => ({ ...cloud(parameter), wasFlag: true });

export const removedKeys: Readonly<Record<string, RemovedKey>> = {
  advertise_addrs: { use: 'advertise_addr', removed: '1.0', note: 'ports are in `ports`' },
  atlas: noAtlasFlag,
  atlas_acl_token: noAtlas,
  atlas_endpoint: noAtlasFlag,
  atlas_infrastructure: noAtlas,
  atlas_join: noAtlasFlag,
  atlas_token: noAtlasFlag,
  check_id: { use: 'checks[].id', removed: '1.1' },
  checkid: { use: 'checks[].id', removed: '1.1' },
  'disable_compat_1.9': { removed: '1.13' },
  dogstatsd_addr: { use: 'telemetry.dogstatsd_addr', removed: '1.0' },
  dogstatsd_tags: { use: 'telemetry.dogstatsd_tags', removed: '1.0' },
  enable_deprecated_names: { removed: '1.1', note: 'the old names of metrics no longer exist' },
  enable_serverless_plugin: {
    removed: '1.15',
    note: 'an EnvoyExtensions list in service-defaults took over',
  },
  enable_single: { note: 'never was an option' },
  enabletagoverride: { use: 'services[].enable_tag_override', removed: '1.1' },
  enforce_version_8: { note: 'without effect since 1.8' },
  http_api_response_headers: { use: 'http_config.response_headers', removed: '1.0' },
  join: { use: 'retry_join' },
  proxy_defaults: {
    removed: '1.6',
    note: 'the agent no longer starts proxies: defaults are a config entry of the kind proxy-defaults',
  },
  proxy_destination: { use: 'services[].proxy.destination_service_name', removed: '1.6' },
  reap: { removed: '0.7.1', note: 'an init such as tini collects processes in a container' },
  recursor: { use: 'recursors', removed: '1.0' },
  retry_join_azure: cloud('azure'),
  retry_join_azure_tag_name: cloudFlag('azure tag_name=…'),
  retry_join_azure_tag_value: cloudFlag('azure tag_value=…'),
  retry_join_ec2: cloud('aws'),
  retry_join_ec2_region: cloudFlag('aws region=…'),
  retry_join_ec2_tag_key: cloudFlag('aws tag_key=…'),
  retry_join_ec2_tag_value: cloudFlag('aws tag_value=…'),
  retry_join_gce: cloud('gce'),
  retry_join_gce_credentials_file: cloudFlag('gce credentials_file=…'),
  retry_join_gce_project_name: cloudFlag('gce project_name=…'),
  retry_join_gce_tag_name: cloudFlag('gce tag_value=…'),
  retry_join_gce_zone_pattern: cloudFlag('gce zone_pattern=…'),
  rpc: {
    removed: '0.8',
    note: 'it was the listener of the commands, which use HTTP now; the port of the servers is ports.server',
  },
  script: { use: 'checks[].args', removed: '1.1', note: 'the command is a list' },
  statsd_addr: { use: 'telemetry.statsd_address', removed: '1.0' },
  statsd_prefix: { use: 'telemetry.metrics_prefix', removed: '1.0' },
  statsite_addr: { use: 'telemetry.statsite_address', removed: '1.0' },
  statsite_prefix: { use: 'telemetry.metrics_prefix', removed: '1.0' },
};

/** The first release that refuses a flag which older ones took, as the CHANGELOG lists them; undefined for any other. */
export function flagRemovedIn(flag: string): string | undefined {
  if (flag === '-dc') return '1.0';
  const key = own(removedKeys, flag.slice(1).replaceAll('-', '_'));
  return key?.wasFlag && !flag.includes('_') ? key.removed : undefined;
}
