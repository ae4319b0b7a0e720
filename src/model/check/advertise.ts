/** What peers are told: an address that they can reach. */
import { isAny } from '../grammar/ip.ts';
import type { Check } from './check.ts';

const advertiseAny: Check = {
  id: 'agent/advertise-any',
  severity: 'error',
  options: ['advertise_addr', 'advertise_addr_wan'],
  docs: 'An advertised address tells peers where to reach the agent, which 0.0.0.0 and :: do not.',
  run: ({ network }, report) => {
    for (const path of advertiseAny.options) {
      const addresses = network.of(path);
      const [item] = addresses.kind === 'addresses' ? addresses.items : [];
      if (item?.kind !== 'ip' || !isAny(item.ip)) continue;
      report({
        path,
        message: `${path} is ${item.text}, which no peer can reach; write the address of an interface, or a template such as {{ GetInterfaceIP "eth0" }}`,
      });
    }
  },
};

const advertiseDetection: Check = {
  id: 'agent/advertise-detection',
  always: true,
  severity: 'error',
  options: ['bind_addr', 'advertise_addr'],
  docs: 'Where the agent binds to any address and none is advertised, it takes the host’s only private IPv4 address (for ::, its only public IPv6 address), and refuses to load where there is none or several.',
  run: ({ network, host, config }, report) => {
    const detection = network.detection();
    // An any-address that is advertised itself is refused wherever it stands.
    if (!detection || config.value('advertise_addr')) return;
    const { family, path, found } = detection;
    const wanted = family === 'IPv4' ? 'private IPv4 address' : 'public IPv6 address';
    const why = `${path} is ${config.string(path)} and nothing is advertised, so the agent looks for a ${wanted} of the host`;
    const advice = 'Set advertise_addr (or bind_addr) to say which address peers shall use';
    if (found.length === 1) {
      if (host.assumed)
        report({
          path,
          info: true,
          message: `${why}. Taken as found: a host with none, or with several, refuses this configuration. ${advice}`,
        });
    } else {
      const count = found.length === 0 ? 'finds none' : `finds several (${found.join(', ')})`;
      report({ path, message: `${why}, and ${count}. ${advice}` });
    }
  },
};

export const advertised: readonly Check[] = [advertiseAny, advertiseDetection];
