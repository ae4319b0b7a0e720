import { isServer } from '../../subjects/agent/predicates.ts';
import { wanEntries } from '../../subjects/cluster/join.ts';
import { isSelfInWan } from '../../subjects/cluster/peers.ts';
import { removeItem } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const joinWanSelf = rule({
  id: 'join/wan-self',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['retry_join_wan', 'start_join_wan'],
  fix: 'unsafe',
  docs: {
    summary: 'The WAN join list of a server names the server itself.',
    rationale:
      'Joining itself counts as success and ends the retries. A server whose list named itself and a server that was down ' +
      'logged "Join cluster completed" with num_agents=1, and did not see the other when it came up; without itself in the ' +
      'list it joined that one (1.16, 1.20 and 1.23). Unless servers of the other datacenter join it, they stay apart.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\nadvertise_addr = "10.0.0.11"\nretry_join_wan = ["10.0.0.11", "10.1.0.11"]\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\nadvertise_addr = "10.0.0.11"\nretry_join_wan = ["10.1.0.11", "10.1.0.12"]\n',
    },
  },
  run(node, report) {
    if (!isServer(node)) return;
    const entries = wanEntries(node.config).filter(({ target }) => target.kind !== 'invalid');
    const itself = entries.filter(({ target }) => target.kind === 'host' && isSelfInWan(target, node));
    const [first] = itself;
    if (!first) return;
    const alone = itself.length === entries.length;
    report({
      at: first.at,
      path: first.path,
      message: `this WAN list names ${alone ? 'only ' : ''}the server itself: joining itself counts as success and ends the retries${
        alone
          ? ', and the datacenter stays alone unless servers of another one join it; list the servers of the other datacenter'
          : ', so if the others are down at that moment the datacenters stay apart; list only servers of the other datacenter'
      }`,
      ...(!alone && {
        fix: { title: 'Remove the server itself', safe: false, edits: [removeItem(first.at)] },
      }),
    });
  },
});
