import { bootstrapExpect } from '../../subjects/agent/predicates.ts';
import { joinEntries, joinsOtherwise } from '../../subjects/cluster/join.ts';
import { serfPort } from '../../subjects/cluster/peers.ts';
import { isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

export const loopbackTarget = rule({
  id: 'join/loopback-target',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['retry_join'],
  docs: {
    summary: 'The only join target is the agent itself, although other servers are expected.',
    rationale:
      'The loopback address with the own gossip port is the agent itself, and joining itself ends the retries. ' +
      'Other ports on one machine are other agents, and fine.',
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
    const onlyItself = entries.every(
      ({ target }) =>
        target.kind === 'host' &&
        isLoopback(target.host) &&
        (target.port ?? serfPort(node)) === serfPort(node),
    );
    if (!onlyItself) return;
    report({
      at: first.at,
      path: first.path,
      message: `${first.text} is this agent itself, but bootstrap_expect waits for ${bootstrapExpect(config)} servers; list the others by name or address`,
    });
  },
});
