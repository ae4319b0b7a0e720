import { isIpv4 } from '../../util/ip.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { single } from './support/address-options.ts';

export const addressFamily = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/family',
  severity: 'error',
  options: single.filter((path) => /ipv[46]$/.test(path)),
  docs: {
    summary: 'An option for one address family has an address of the other.',
    rationale:
      'The agent refuses an IPv6 address in an option that ends in _ipv4, and an IPv4 address in one ' +
      'that ends in _ipv6. An IPv4-mapped address such as ::ffff:10.0.0.1 counts as IPv4.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nadvertise_addr_ipv6 = "10.0.0.11"\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nadvertise_addr_ipv6 = "2001:db8::11"\n',
    },
  },
  run: ({ network }, report) => {
    for (const path of addressFamily.options) {
      const addresses = network.of(path);
      const [item] = addresses.kind === 'addresses' ? addresses.items : [];
      const wantsIpv4 = path.endsWith('4');
      if (item?.kind !== 'ip' || isIpv4(item.ip) === wantsIpv4) continue;
      const [family, other] = wantsIpv4 ? ['IPv4', 'IPv6'] : ['IPv6', 'IPv4'];
      report({ path, message: `${path} must be an ${family} address; ${quote(item.text)} is ${other}` });
    }
  },
});
