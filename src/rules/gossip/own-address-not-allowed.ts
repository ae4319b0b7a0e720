import { lanAddress } from '../../subjects/agent/predicates.ts';
import { contains, parseCidr, parseIp } from '../../util/ip.ts';
import { rule } from '../rule.ts';

export const ownAddressNotAllowed = rule({
  id: 'gossip/own-address-not-allowed',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['serf_lan_allowed_cidrs', 'advertise_addr', 'bind_addr'],
  docs: {
    summary: 'serf_lan_allowed_cidrs does not include the own address.',
    rationale:
      'The agent starts, but its gossip library rejects the node itself, so it never becomes a proper member.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.1.0.5"\nserf_lan_allowed_cidrs = ["10.0.0.0/16"]\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.5"\nserf_lan_allowed_cidrs = ["10.0.0.0/16"]\n',
    },
  },
  run({ config }, report) {
    const networks = config.strings('serf_lan_allowed_cidrs').flatMap((text) => parseCidr(text.trim()) ?? []);
    if (networks.length === 0) return;
    const address = lanAddress(config);
    const ip = address === undefined ? undefined : parseIp(address);
    if (!ip || networks.some((network) => contains(network, ip))) return;
    report({
      at: config.at('serf_lan_allowed_cidrs'),
      path: 'serf_lan_allowed_cidrs',
      message: `the own address ${address} is in none of serf_lan_allowed_cidrs: the agent rejects itself as a member; add its network`,
    });
  },
});
