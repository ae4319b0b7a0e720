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
