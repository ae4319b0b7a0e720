import { rule } from '../rule.ts';
export const dnsUnixSocket = rule({
  scope: 'agent',
  source: 'consul',
  id: 'dns/unix-socket',
  severity: 'error',
  options: ['addresses.dns', 'ports.dns'],
  docs: { summary: 'DNS cannot be served on a unix socket.' },
  run: ({ network, config }, report) => {
    const path = 'addresses.dns';
    const addresses = network.of(path);
    const isOn = (config.number('ports.dns') ?? 0) > 0;
    if (!isOn || addresses.kind !== 'addresses' || !addresses.items.some(({ kind }) => kind === 'unix'))
      return;
    report({ path, message: `${path} cannot be a unix socket; write an IP address, or set ports.dns to -1` });
  },
});
