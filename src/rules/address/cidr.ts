import { trimSpace } from '../../model/grammar/text.ts';
import { parseCidr } from '../../util/ip.ts';
import { texts } from '../forms/values.ts';

export const addressCidr = texts({
  id: 'address/cidr',
  options: ['serf_lan_allowed_cidrs[]', 'serf_wan_allowed_cidrs[]', 'http_config.allow_write_http_from[]'],
  docs: {
    summary: 'A network is not an IP address with a prefix length.',
    rationale: 'The agent refuses an address without a prefix length, too.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserf_lan_allowed_cidrs = ["10.0.0.11"]\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserf_lan_allowed_cidrs = ["10.0.0.11/32"]\n',
    },
  },
  wants: 'a network such as "10.0.0.0/8"',
  why: 'for one address write it with /32, or /128 for IPv6',
  accepts: (text) => parseCidr(trimSpace(text)) !== undefined,
});
