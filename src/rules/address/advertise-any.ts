import { isAny } from '../../subjects/agent/addresses.ts';
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
  severity: 'error',
  supersedes: ['address/advertise-unspecified'],
  options,
  docs: {
    summary: 'The advertised address is "every interface", which nobody can dial.',
    rationale: 'The agent refuses to start with 0.0.0.0, :: or [::] as an advertised address.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nadvertise_addr = "0.0.0.0"\n' },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "0.0.0.0"\nadvertise_addr = "10.0.0.11"\n',
    },
  },
  run({ config }, report) {
    for (const path of options) {
      const address = config.string(path);
      if (address === undefined || !isAny(address.trim())) continue;
      report({
        at: config.at(path),
        path,
        message: `${path} is ${address.trim()}: peers dial what is advertised, so the agent refuses to start; write the address that the others reach this machine at, or '{{ GetInterfaceIP "eth0" }}'`,
      });
    }
  },
});
