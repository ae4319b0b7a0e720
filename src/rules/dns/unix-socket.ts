import { rule } from '../rule.ts';
export const dnsUnixSocket = rule({
  scope: 'agent',
  source: 'consul',
  id: 'dns/unix-socket',
  severity: 'error',
  options: ['addresses.dns', 'ports.dns'],
  docs: {
    summary: 'The DNS interface is given a unix socket.',
    rationale:
      'DNS is served on UDP and TCP only. The agent refuses a unix socket in addresses.dns unless ' +
      'ports.dns is off.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\naddresses {\n' +
        '  dns = "unix:///run/consul/dns.sock"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\naddresses {\n  dns = "127.0.0.1"\n}\n',
    },
  },
  run: ({ network, config }, report) => {
    const path = 'addresses.dns';
    const addresses = network.of(path);
    const isOn = (config.number('ports.dns') ?? 0) > 0;
    if (!isOn || addresses.kind !== 'addresses' || !addresses.items.some(({ kind }) => kind === 'unix'))
      return;
    report({ path, message: `${path} cannot be a unix socket; write an IP address, or set ports.dns to -1` });
  },
});
