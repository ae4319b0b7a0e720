import { isServer } from '../../subjects/agent/predicates.ts';
import { wanEntries } from '../../subjects/cluster/join.ts';
import { isSelfInWan } from '../../subjects/cluster/peers.ts';
import { removeItem } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const joinWanSelf = rule({
  id: 'join/wan-self',
  scope: 'node',
  source: 'runtime',
  severity: { default: 'warning', error: 'where the list leads nowhere else' },
  options: ['retry_join_wan', 'start_join_wan'],
  fix: 'unsafe',
  docs: {
    summary: 'The WAN join list of a server names the server itself.',
    rationale:
      'Joining itself counts as success and ends the retries ("joined: number_of_nodes=1", measured on 1.20). Where the ' +
      'servers of the other datacenter are down at that moment, the datacenters stay apart.',
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
      ...(alone && { severity: 'error' }),
      message: `this WAN list names ${alone ? 'only ' : ''}the server itself: joining itself counts as success and ends the retries${
        alone
          ? ', and the datacenter stays alone; list the servers of the other datacenter'
          : ', so if the others are down at that moment the datacenters stay apart; list only servers of the other datacenter'
      }`,
      ...(!alone && {
        fix: { title: 'Remove the server itself', safe: false, edits: [removeItem(first.at)] },
      }),
    });
  },
});
