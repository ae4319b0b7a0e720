import { gossipAddress, isFragment, maySetElsewhere } from '../../subjects/agent/predicates.ts';
import { isAnyAddress, isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';
import { isOutward, needOfOthers } from './support/need-of-others.ts';

export const advertiseLoopback = rule({
  id: 'address/advertise-loopback',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['advertise_addr'],
  docs: {
    summary: 'The agent advertises a loopback address, and listens to other machines.',
    rationale:
      'What an agent advertises does not close its ports. With advertise_addr = "127.0.0.1" and bind_addr 0.0.0.0 (the ' +
      'default) Consul listens on all interfaces: an agent of another machine joined, and then called this one failed, since ' +
      'it looked for it on itself (1.16, 1.20 and 1.23). With peers in the join list address/loopback reports it.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nadvertise_addr = "127.0.0.1"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "127.0.0.1"\n' },
  },
  run(node, report) {
    const { config } = node;
    const advertised = config.string('advertise_addr')?.trim() ?? '';
    if (!isLoopback(advertised) || isFragment(node)) return;
    const listens = gossipAddress(config);
    if (!isAnyAddress(listens) && !isOutward(listens)) return;
    if (needOfOthers(config) !== undefined || maySetElsewhere(node, 'bind_addr', 'advertise_addr')) return;
    report({
      at: config.at('advertise_addr'),
      path: 'advertise_addr',
      message:
        `advertise_addr is ${advertised}, but the agent listens on ${listens}: other machines can join it, and then look for it ` +
        'on themselves; write bind_addr = "127.0.0.1" for an agent of this machine alone, or advertise the address at which the others reach it',
    });
  },
});
