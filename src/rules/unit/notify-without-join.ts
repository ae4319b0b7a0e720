import { maySetElsewhere } from '../../subjects/agent/predicates.ts';
import { hasUnreadableList, joinEntries, joinsOtherwise } from '../../subjects/cluster/join.ts';
import { setDirective } from '../../subjects/unit/service.ts';
import type { Unit } from '../../subjects/unit/unit.ts';
import { rule } from '../rule.ts';

export const notifyWithoutJoin = rule({
  id: 'unit/notify-without-join',
  scope: 'unit',
  source: 'unit',
  severity: 'error',
  options: ['retry_join'],
  fix: 'safe',
  docs: {
    summary: 'systemd waits for a readiness that the agent never reports.',
    rationale:
      'With Type=notify the agent reports READY=1 only after it has joined a LAN. Without a join list it never does, and ' +
      'systemd kills it when the start times out (hashicorp/consul#18097). A single server may join itself.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
      'consul.service': '[Service]\nType=notify\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
      'consul.service': '[Service]\nType=exec\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit, node }, report, cluster) {
    const type = unit.get('Service', 'Type');
    if (type?.value !== 'notify' || joinsOtherwise(node.config) || hasUnreadableList(node.files)) return;
    // An entry that cannot be read is reported where it is written.
    if (joinEntries(node.config).some(({ text }) => text !== '')) return;
    // A unit without its configuration says nothing of what is joined.
    if (node.files.length === 0 && unit.flags.configPaths.length > 0) return;
    if (node.files.some(({ refused }) => refused) || maySetElsewhere(node, 'retry_join', 'start_join'))
      return;
    if (isForAny(unit) || cluster?.agents.some((other) => other !== node && other.unit === unit)) return;
    report({
      at: type.at,
      message:
        'Type=notify, but there is nothing to join: the agent reports that it is ready only after a join, so systemd ' +
        'kills it when the start times out; write Type=exec, or retry_join (the node itself, if it is alone)',
      fix: { title: 'Write Type=exec', safe: true, edits: [setDirective(type, 'exec')] },
    });
  },
});

/** Which configuration it reads is in the environment. */
const isForAny = ({ flags }: Unit): boolean => flags.configPaths.some(({ text }) => /[$%]/.test(text));
