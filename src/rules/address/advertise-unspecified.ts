import { isAny } from '../../model/grammar/ip.ts';
import { rule } from '../rule.ts';

export const addressAdvertiseUnspecified = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/advertise-unspecified',
  severity: 'error',
  options: ['advertise_addr', 'advertise_addr_wan'],
  docs: {
    summary: 'An advertised address tells peers where to reach the agent, which 0.0.0.0 and :: do not.',
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
