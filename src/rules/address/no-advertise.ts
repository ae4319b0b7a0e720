import { networkOf } from '../../model/network.ts';
import { isFragment, maySetElsewhere } from '../../subjects/agent/predicates.ts';
import type { Node } from '../../subjects/subjects.ts';
import { isAnyAddress } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

export const noAdvertise = rule({
  id: 'address/no-advertise',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'warning',
    error: 'where the machine is known (--on-host) and does not have exactly one address that fits',
  },
  options: ['bind_addr', 'advertise_addr'],
  runWhenUnset: true,
  docs: {
    summary: 'The advertised address is left to the machine.',
    rationale:
      'With bind_addr 0.0.0.0 (the default) and no advertise_addr the agent advertises the only private IPv4 address ' +
      'of the machine. With a second one, such as that of Docker or a VPN, it refuses to start; ' +
      '`consul validate` on another machine cannot show that. 54 % of public files are like this.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "0.0.0.0"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "{{ GetInterfaceIP \\"eth0\\" }}"\n' },
  },
  run(node, report) {
    const { config } = node;
    const bind = config.string('bind_addr') ?? '0.0.0.0';
    if (isFragment(node) || config.string('advertise_addr')?.trim() || !isAnyAddress(bind.trim())) return;
    if (maySetElsewhere(node, 'advertise_addr', 'bind_addr')) return;
    const networks = node.container?.networks;
    // Of a network of its own a container has one address.
    if (networks && networks.length < 2) return;
    const written = config.get('bind_addr') !== undefined;
    const refusal = refusalHere(node);
    report({
      at: config.at('bind_addr'),
      path: written ? 'bind_addr' : 'advertise_addr',
      ...(refusal && { severity: 'error' }),
      message:
        `bind_addr is ${written ? bind : 'not set'} and there is no advertise_addr: ` +
        `${refusal ?? (networks ? inNetworks(networks) : 'on a machine with two private addresses (Docker, a VPN) the agent refuses to start')}; ` +
        `write advertise_addr, or bind_addr as an address or '{{ GetInterfaceIP "eth0" }}'`,
    });
  },
});

const inNetworks = (networks: readonly string[]): string =>
  `this container is in the networks ${networks.join(', ')}, and the agent refuses to start with several private addresses`;

/** Why the agent cannot choose an address on this machine; undefined where it can, or the machine is not known. */
function refusalHere({ config, machine }: Node): string | undefined {
  const detection = machine && networkOf(config, machine).detection();
  if (!detection || detection.found.length === 1) return undefined;
  const wanted = detection.family === 'IPv4' ? 'private IPv4' : 'public IPv6';
  return `this machine has ${detection.found.length === 0 ? `no ${wanted} address` : `several ${wanted} addresses (${detection.found.join(', ')})`}, and the agent refuses to start`;
}
