import { maySetElsewhere } from '../../subjects/agent/predicates.ts';
import { canonicalHost, isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';
import { isOutward, needOfOthers } from './support/need-of-others.ts';

export const bindLoopback = rule({
  id: 'address/bind-loopback',
  scope: 'node',
  source: 'runtime',
  severity: { default: 'warning', error: 'where it has peers on other machines' },
  supersedes: ['address/loopback'],
  options: ['bind_addr', 'serf_lan', 'advertise_addr'],
  docs: {
    summary: 'The agent listens on a loopback address, and advertises that of a network.',
    rationale:
      'The agent listens on bind_addr (for gossip on serf_lan), and sends from there. With bind_addr = "127.0.0.1" and ' +
      'advertise_addr = "10.0.0.1" others got "connection refused", the server did not reach its own RPC port, and a client ' +
      'with such addresses joined but was failed for the others: "sendto: invalid argument" for gossip, "connect: invalid argument" for RPC ' +
      '(1.16, 1.20 and 1.23).',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "127.0.0.1"\nadvertise_addr = "10.0.0.11"\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "0.0.0.0"\nadvertise_addr = "10.0.0.11"\n',
    },
  },
  run(node, report) {
    const { config } = node;
    const text = (path: string): string => config.string(path)?.trim() ?? '';
    const path = ['bind_addr', 'serf_lan'].find((key) => isLoopback(text(key)));
    if (path === undefined || maySetElsewhere(node, path, 'advertise_addr')) return;
    // What is advertised is advertise_addr or else bind_addr; serf_lan shows what is meant all the same.
    const outward = text('advertise_addr')
      ? 'advertise_addr'
      : ['serf_lan', 'bind_addr'].find((key) => isOutward(text(key)));
    if (outward === undefined || !isOutward(text(outward))) return;
    const need = needOfOthers(config, [canonicalHost(text(outward))]);
    report({
      at: config.at(path),
      path,
      ...(need !== undefined && { severity: 'error' }),
      message:
        `${path} is ${text(path)}, so that no ${kept(path, text('serf_lan'))} of other machines reaches this agent at ${text(outward)} (${outward}), and what it sends from ${text(path)} does not leave the machine` +
        `${need === undefined ? '' : `, but ${need}`}; write the address of the network in ${path}, or remove ${path}`,
      related: [{ at: config.at(outward), message: `${outward} is set here` }],
    });
  },
});

/** What stays on the machine: RPC is at bind_addr, gossip at serf_lan where that is set. */
function kept(path: string, gossip: string): string {
  if (path === 'serf_lan') return 'gossip';
  return isOutward(gossip) ? 'RPC' : 'RPC or gossip';
}
