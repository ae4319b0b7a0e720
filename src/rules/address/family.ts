import { isIpv4 } from '../../model/grammar/ip.ts';
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
    summary:
      'An option named after a family takes addresses of that family; an IPv4-mapped IPv6 address counts as IPv4.',
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
