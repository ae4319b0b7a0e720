import { isAnyAddress } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

const options = [
  'advertise_addr',
  'advertise_addr_wan',
  'advertise_addr_ipv4',
  'advertise_addr_ipv6',
] as const;

export const advertiseAny = rule({
  id: 'address/advertise-any',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'error',
    warning: 'in advertise_addr_ipv4 and advertise_addr_ipv6, with which the agent starts',
  },
  supersedes: [{ source: 'consul', except: ['address/family'] }],
  options,
  docs: {
    summary: 'An advertised address is 0.0.0.0 or ::, which no peer can dial.',
    rationale:
      'The agent refuses to start with 0.0.0.0, :: or [::] in advertise_addr and advertise_addr_wan. In ' +
      'advertise_addr_ipv4 and advertise_addr_ipv6 it accepts them, and publishes them as tagged addresses of the node.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nadvertise_addr = "0.0.0.0"\n' },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "0.0.0.0"\nadvertise_addr = "10.0.0.11"\n',
    },
  },
  run({ config }, report) {
    for (const path of options) {
      const address = config.string(path);
      if (address === undefined || !isAnyAddress(address.trim())) continue;
      const starts = /_ipv[46]$/.test(path);
      report({
        at: config.at(path),
        path,
        ...(starts && { severity: 'warning' }),
        message: `${path} is ${address.trim()}: peers dial what is advertised, ${starts ? 'and none can reach that' : 'so the agent refuses to start'}; write the address that the others reach this machine at, or '{{ GetInterfaceIP "eth0" }}'`,
      });
    }
  },
});
