import { parseCidr } from '../../model/grammar/ip.ts';
import { trimSpace } from '../../model/grammar/text.ts';
import { texts } from '../forms/values.ts';

export const addressCidr = texts({
  id: 'address/cidr',
  options: ['serf_lan_allowed_cidrs[]', 'serf_wan_allowed_cidrs[]', 'http_config.allow_write_http_from[]'],
  docs: { summary: 'A network is an address and a prefix length; a bare address is refused.' },
  wants: 'a network such as "10.0.0.0/8"',
  why: 'for one address write it with /32, or /128 for IPv6',
  accepts: (text) => parseCidr(trimSpace(text)) !== undefined,
});
