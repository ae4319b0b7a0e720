import { bootstrapExpect, isLoopbackOnly, lanAddress } from '../../subjects/agent/predicates.ts';
import { joinEntries } from '../../subjects/cluster/join.ts';
import { isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

export const loopbackAddress = rule({
  id: 'address/loopback',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['bind_addr', 'advertise_addr', 'serf_lan'],
  docs: {
    summary: 'The agent can be reached only from its own machine, but has peers on others.',
    rationale:
      'Peers dial the advertised address: with a loopback address each of them dials itself. Several agents on one ' +
      'machine, each with its own ports, can use it.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "127.0.0.1"\nretry_join = ["10.0.0.11"]\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "127.0.0.1"\nretry_join = ["127.0.0.1:9301"]\n',
    },
  },
  run({ config }, report) {
    if (!isLoopbackOnly(config)) return;
    const peers = joinEntries(config).flatMap(({ target }) => (target.kind === 'host' ? [target.host] : []));
    const remote = peers.find((host) => !isLoopback(host));
    const waits = bootstrapExpect(config) > 1 && !peers.some(isLoopback);
    if (remote === undefined && !waits) return;
    const path = ['advertise_addr', 'serf_lan', 'bind_addr'].find((key) => config.string(key))!;
    report({
      at: config.at(path),
      path,
      message:
        `${path} is ${lanAddress(config)}, which other machines cannot reach, but ` +
        (remote === undefined
          ? `bootstrap_expect waits for ${bootstrapExpect(config)} servers`
          : `the join list names ${remote}`) +
        '; write the address at which the peers reach this machine',
    });
  },
});
