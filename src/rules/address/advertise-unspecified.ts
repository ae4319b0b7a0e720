import { isAny } from '../../util/ip.ts';
import { rule } from '../rule.ts';

export const addressAdvertiseUnspecified = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/advertise-unspecified',
  severity: 'error',
  options: ['advertise_addr', 'advertise_addr_wan'],
  docs: {
    summary: 'An advertised address is 0.0.0.0 or ::, which no peer can reach.',
    rationale:
      'Peers dial the advertised address. The agent refuses an address that means every interface, ' +
      'whether it is written or comes from a template.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nadvertise_addr_wan = "0.0.0.0"\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nadvertise_addr_wan = "203.0.113.11"\n',
    },
  },
  run: ({ network }, report) => {
    for (const path of addressAdvertiseUnspecified.options) {
      const addresses = network.of(path);
      const [item] = addresses.kind === 'addresses' ? addresses.items : [];
      if (item?.kind !== 'ip' || !isAny(item.ip)) continue;
      report({
        path,
        message: `${path} is ${item.text}, which no peer can reach; write the address of an interface, or a template such as {{ GetInterfaceIP "eth0" }}`,
      });
    }
  },
});
