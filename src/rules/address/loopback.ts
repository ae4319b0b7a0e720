import { isLoopbackOnly, lanAddress } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';
import { needOfOthers } from './support/need-of-others.ts';

export const loopbackAddress = rule({
  id: 'address/loopback',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['bind_addr', 'advertise_addr', 'serf_lan'],
  docs: {
    summary: 'The agent can be reached only from its own machine, but has peers on others.',
    rationale:
      'Peers dial the advertised address: with a loopback address each of them dials itself. A client that joined a server ' +
      'which advertises 127.0.0.1 called it failed at once, and sent its requests to itself ("dial tcp 127.0.0.1:8300: ' +
      'connection refused"; 1.16, 1.20 and 1.23). Several agents on one machine, each with its own ports, can use it.',
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
    const need = needOfOthers(config);
    if (need === undefined) return;
    const path = ['advertise_addr', 'serf_lan', 'bind_addr'].find((key) => config.string(key))!;
    report({
      at: config.at(path),
      path,
      message:
        `${path} is ${lanAddress(config)}, which other machines cannot reach, but ${need}` +
        '; write the address at which the peers reach this machine',
    });
  },
});
