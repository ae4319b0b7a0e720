/** Addresses to join, and the cloud lookups that go-discover understands. */
import type { ScalarKind } from '../kinds.ts';

/** The providers compiled into Consul. */
export const joinProviders = [
  'aliyun',
  'aws',
  'azure',
  'digitalocean',
  'gce',
  'hcp',
  'k8s',
  'linode',
  'mdns',
  'os',
  'packet',
  'scaleway',
  'softlayer',
  'tencentcloud',
  'triton',
  'vsphere',
] as const;

const pair = '[A-Za-z0-9_-]+=(?:"[^"]*"|[^\\s"]*)';
const lookup = `\\s*(?:${pair}\\s+)*provider="?(?:${joinProviders.join('|')})"?(?:\\s+${pair})*\\s*`;

/** An unknown provider or key is logged at every attempt, and fatal only once retry_max is reached. */
export const joinAddress: ScalarKind = {
  shape: 'string',
  name: 'join address',
  wants:
    'a host or IP address with an optional port, a go-sockaddr template, or a cloud lookup "provider=… key=value"',
  pattern: new RegExp(`^(?:[^=]*|[\\s\\S]*\\{\\{[\\s\\S]*|${lookup})$`, 'u'),
  examples: ['10.0.0.10', 'consul-1.example.net:8301', 'provider=aws tag_key=consul tag_value=server'],
  refusedBy: 'none',
};

/**
 * What each provider reads; it passes over the rest. The same in go-discover of Consul 1.16, 1.20 and 1.23, and a subset
 * in older ones.
 */
export const providerParameters: Readonly<Record<(typeof joinProviders)[number], readonly string[]>> = {
  aliyun: ['region', 'tag_key', 'tag_value', 'access_key_id', 'access_key_secret'],
  aws: [
    'region',
    'tag_key',
    'tag_value',
    'addr_type',
    'access_key_id',
    'secret_access_key',
    'session_token',
    'service',
    'ecs_cluster',
    'ecs_family',
    'endpoint',
  ],
  azure: [
    'tenant_id',
    'client_id',
    'subscription_id',
    'secret_access_key',
    'environment',
    'tag_name',
    'tag_value',
    'resource_group',
    'vm_scale_set',
  ],
  digitalocean: ['region', 'tag_name', 'api_token'],
  gce: ['project_name', 'tag_value', 'zone_pattern', 'credentials_file'],
  hcp: ['resource_id', 'client_id', 'client_secret', 'timeout'],
  k8s: ['namespace', 'label_selector', 'field_selector', 'kubeconfig', 'host_network'],
  linode: ['region', 'tag_name', 'api_token', 'address_type'],
  mdns: ['service', 'domain', 'timeout', 'v4', 'v6'],
  os: [
    'tag_key',
    'tag_value',
    'project_id',
    'auth_url',
    'domain_id',
    'domain_name',
    'insecure',
    'password',
    'region',
    'token',
    'user_name',
  ],
  packet: ['project', 'facility', 'tag', 'auth_token', 'address_type', 'url'],
  scaleway: ['organization', 'token', 'tag_name', 'region'],
  softlayer: ['datacenter', 'tag_value', 'username', 'api_key'],
  tencentcloud: ['region', 'tag_key', 'tag_value', 'access_key_id', 'access_key_secret', 'address_type'],
  triton: ['account', 'key_id', 'url', 'tag_key', 'tag_value'],
  vsphere: ['tag_name', 'category_name', 'timeout', 'host', 'user', 'password', 'insecure_ssl'],
};
