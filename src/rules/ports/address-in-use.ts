import { type Address, type Listener, type Network, tcpKey } from '../../model/network.ts';
import type { AgentSubject } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';

const ports = ['dns', 'http', 'https', 'server', 'serf_lan', 'serf_wan'].map((name) => `ports.${name}`);

const places = ['client_addr', 'addresses.dns', 'addresses.http', 'addresses.https'];

/** False for most agents: with a port each and one address each, no two meet. */
function mayMeet({ config, network }: AgentSubject): boolean {
  const used = ports.map((path) => config.number(path) ?? 0).filter((port) => port > 0);
  if (new Set(used).size < used.length) return true;
  return places.some((path) => {
    const addresses = network.of(path);
    return addresses.kind === 'addresses' && (addresses.items.length > 1 || addresses.items.some(isSocket));
  });
}

const isSocket = ({ kind }: Address): boolean => kind === 'unix';

/** Those that may collide, in the agent's order: each is compared with those before it. */
function allListeners({ config, network }: AgentSubject): readonly Listener[] {
  const portOf = (name: string): number => config.number(`ports.${name}`) ?? 0;
  const ports = ['dns', 'http', 'https', 'server', 'serf_lan', 'serf_wan'].map(portOf);
  const gossip = (what: string, address: Network['advertised'], name: string): Listener[] => {
    const portPath = `ports.${name}`;
    const port = portOf(name);
    // On a port that nothing else uses, there is no collision, whatever the address.
    if (port <= 0 || ports.indexOf(port) === ports.lastIndexOf(port)) return [];
    const ip = address();
    const path = config.value('advertise_addr') ? 'advertise_addr' : 'bind_addr';
    return ip ? [{ what, key: tcpKey(ip, port), path, portPath }] : [];
  };
  return [
    ...network.listeners(),
    ...gossip('server RPC', network.advertised, 'server'),
    ...gossip('LAN gossip', network.advertised, 'serf_lan'),
    ...gossip('WAN gossip', network.advertisedWan, 'serf_wan'),
  ];
}

const where = (key: string): string => key.replace(/^\w+:/, '');

export const portsAddressInUse = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ports/address-in-use',
  severity: 'error',
  options: [
    'ports.dns',
    'ports.http',
    'ports.https',
    'ports.server',
    'ports.serf_lan',
    'ports.serf_wan',
    'client_addr',
    'addresses.dns',
    'addresses.http',
    'addresses.https',
    'bind_addr',
    'advertise_addr',
    'advertise_addr_wan',
  ],
  docs: {
    summary: 'Two listeners of one agent use the same address and port, or the same socket.',
    rationale:
      'DNS, HTTP, HTTPS, server RPC, LAN gossip and WAN gossip each need an address and port (or socket) ' +
      'of their own. The agent compares them when it loads its configuration, and refuses: ports.http = ' +
      '8600 is enough, since DNS uses that port by default. gRPC is not among those that it compares, and ' +
      '0.0.0.0 is not compared with other addresses.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  http = 8600\n}\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  http = 8500\n}\n' },
  },
  run: (subject, report) => {
    if (!mayMeet(subject)) return;
    const taken = new Map<string, Listener>();
    for (const listener of allListeners(subject)) {
      const other = taken.get(listener.key);
      taken.set(listener.key, other ?? listener);
      if (!other || listener.key.startsWith('udp:')) continue;
      const { config } = subject;
      const path = config.value(listener.portPath)
        ? listener.portPath
        : config.value(other.portPath)
          ? other.portPath
          : listener.path;
      const message =
        other.what === listener.what
          ? `${listener.what} would listen on ${where(listener.key)} twice; name each address once`
          : `${listener.what} and ${other.what} would both use ${where(listener.key)}; give one of them another port or address`;
      const otherPath = path === listener.portPath ? other.portPath : listener.portPath;
      report({ path, message, related: [{ path: otherPath, message: 'the other port' }] });
    }
  },
});
