import { bootstrapExpect, gossipAddress } from '../../subjects/agent/predicates.ts';
import { joinEntries, joinsOtherwise } from '../../subjects/cluster/join.ts';
import { serfPort } from '../../subjects/cluster/peers.ts';
import { canonicalHost, isAnyAddress, isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

export const loopbackTarget = rule({
  id: 'join/loopback-target',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['retry_join', 'bind_addr', 'serf_lan'],
  docs: {
    summary: 'The only join target is the own machine, although other servers are expected.',
    rationale:
      'For an agent that listens on all addresses, the loopback address with its own gossip port is the agent itself, and ' +
      'joining itself ends the retries. One that listens on another address reaches no agent there ("connection refused", 1.20). ' +
      'Other ports and other loopback addresses on one machine are other agents, and fine.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\nretry_join = ["127.0.0.1"]\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' +
        'retry_join = ["127.0.0.1:9301", "127.0.0.1:10301"]\n',
    },
  },
  run(node, report) {
    const { config } = node;
    const entries = joinEntries(config).filter(({ target }) => target.kind !== 'invalid');
    const [first] = entries;
    if (!first || bootstrapExpect(config) < 2 || joinsOtherwise(config)) return;
    const own = gossipAddress(config);
    const leadsNowhereElse = entries.every(
      ({ target }) =>
        target.kind === 'host' &&
        isLoopback(target.host) &&
        (target.port ?? serfPort(node)) === serfPort(node) &&
        (!isLoopback(own) || isSameLoopback(target.host, own)),
    );
    if (!leadsNowhereElse) return;
    const isItself = isAnyAddress(own) || isLoopback(own);
    const what = isItself
      ? 'is this agent itself'
      : `is this machine, where this agent listens for gossip on ${own} only and reaches no agent`;
    report({
      at: first.at,
      path: first.path,
      message: `${first.text} ${what}, but bootstrap_expect waits for ${bootstrapExpect(config)} servers; list the others by name or address`,
    });
  },
});

/** Other addresses of 127.0.0.0/8 may be other agents of the machine. */
const isSameLoopback = (host: string, own: string): boolean =>
  host.toLowerCase() === 'localhost' || canonicalHost(host) === canonicalHost(own);
