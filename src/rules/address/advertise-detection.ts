import { rule } from '../rule.ts';
export const addressAdvertiseDetection = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/advertise-detection',
  runWhenUnset: true,
  severity: { default: 'error', info: 'where the addresses of the host are not known' },
  validateOnly: true,
  options: ['bind_addr', 'advertise_addr'],
  docs: {
    summary: 'The advertised address is left to the host, which does not have exactly one that fits.',
    rationale:
      'With bind_addr 0.0.0.0 (the default) and no advertise_addr the agent advertises the only ' +
      'private IPv4 address of the host; with ::, its only public IPv6 address. With none, or with ' +
      'several, as on a host with Docker or a VPN, it refuses its configuration.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "0.0.0.0"\n',
      machine: 'addresses: 10.0.0.11 172.17.0.1\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "0.0.0.0"\nadvertise_addr = "10.0.0.11"\n',
      machine: 'addresses: 10.0.0.11 172.17.0.1\n',
    },
  },
  run: ({ network, host, config }, report) => {
    const detection = network.detection();
    // An advertised any-address is refused on every host.
    if (!detection || config.value('advertise_addr')) return;
    const { family, path, found } = detection;
    const wanted = family === 'IPv4' ? 'private IPv4 address' : 'public IPv6 address';
    const why = `${path} is ${config.string(path)} and nothing is advertised, so the agent looks for a ${wanted} of the host`;
    const advice = 'Set advertise_addr (or bind_addr) to the address that peers use';
    if (found.length === 1) {
      if (host.assumed)
        report({
          path,
          info: true,
          message: `${why}. One is assumed here; on a host with none, or with several, the agent refuses this configuration. ${advice}`,
        });
    } else {
      const count = found.length === 0 ? 'finds none' : `finds several (${found.join(', ')})`;
      report({ path, message: `${why}, and ${count}. ${advice}` });
    }
  },
});
