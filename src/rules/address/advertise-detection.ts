import { rule } from '../rule.ts';
export const addressAdvertiseDetection = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/advertise-detection',
  runWhenUnset: true,
  severity: 'error',
  validateOnly: true,
  options: ['bind_addr', 'advertise_addr'],
  docs: {
    summary:
      'Where the agent binds to any address and none is advertised, it takes the host’s only private IPv4 address (for ::, its only public IPv6 address), and refuses to load where there is none or several.',
  },
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
});
