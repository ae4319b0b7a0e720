import { addressOption, addressOptions, sharedAddresses } from '../../subjects/cluster/shared-address.ts';
import { rule } from '../rule.ts';

export const duplicateAddress = rule({
  id: 'cluster/duplicate-address',
  scope: 'cluster',
  source: 'cluster',
  severity: {
    default: 'error',
    warning: 'where files of a repository may be alternatives, of which one machine has one',
  },
  unless: 'unless they are alternatives, of which one machine has one',
  options: addressOptions,
  docs: {
    summary: 'Two agents of a datacenter have the same address and gossip port.',
    rationale:
      'Peers dial the advertised address, and only one machine answers there. Several agents on one machine are ' +
      'fine, each with its own ports.',
    bad: { 'srv1/consul.hcl': node('10.0.0.1'), 'srv2/consul.hcl': node('10.0.0.1') },
    good: { 'srv1/consul.hcl': node('10.0.0.1'), 'srv2/consul.hcl': node('10.0.0.2') },
  },
  run(cluster, report) {
    for (const [place, [first, ...others]] of sharedAddresses(cluster)) {
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

function node(address: string): string {
  return `bind_addr = "${address}"\ndata_dir = "/var/lib/consul"\n`;
}
