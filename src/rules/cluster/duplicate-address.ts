import { sharedBy } from '../../subjects/cluster/groups.ts';
import { serfPort } from '../../subjects/cluster/peers.ts';
import type { Node } from '../../subjects/subjects.ts';
import { canonicalHost, isDialable } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

const options = ['advertise_addr', 'serf_lan', 'bind_addr'] as const;

export const duplicateAddress = rule({
  id: 'cluster/duplicate-address',
  scope: 'cluster',
  source: 'cluster',
  severity: 'error',
  options,
  docs: {
    summary: 'Two agents of a datacenter have the same address and gossip port.',
    rationale:
      'Peers dial the advertised address, and only one machine answers there. Several agents on one machine are ' +
      'fine, each with its own ports.',
    bad: { 'srv1/consul.hcl': node('10.0.0.1'), 'srv2/consul.hcl': node('10.0.0.1') },
    good: { 'srv1/consul.hcl': node('10.0.0.1'), 'srv2/consul.hcl': node('10.0.0.2') },
  },
  run({ agents }, report) {
    const shared = sharedBy(agents, (node) => {
      const option = addressOption(node);
      return option && `${canonicalHost(node.config.string(option)!)} port ${serfPort(node)}`;
    });
    for (const [place, [first, ...others]] of shared) {
      for (const other of others) {
        const path = addressOption(other)!;
        report({
          at: other.config.at(path),
          path,
          message: `${other.name} is reached at ${place}, and so is ${first!.name}: peers find only one of them; write a different address in each`,
          related: [{ at: first!.config.at(addressOption(first!)!), message: `${first!.name} has it here` }],
        });
      }
    }
  },
});

/** The option with the address at which peers reach the agent, where it is an address. */
function addressOption({ config }: Node): (typeof options)[number] | undefined {
  const option = options.find((key) => config.string(key));
  return option && isDialable(config.string(option)!) ? option : undefined;
}

function node(address: string): string {
  return `bind_addr = "${address}"\ndata_dir = "/var/lib/consul"\n`;
}
