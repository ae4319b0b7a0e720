import { agentWords } from '../../subjects/unit/command.ts';
import { rule } from '../rule.ts';

export const unitDevMode = rule({
  id: 'unit/dev-mode',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: ['data_dir', 'server'],
  docs: {
    summary: 'The unit starts the agent with -dev.',
    rationale:
      'With -dev an agent is a server that elects itself and keeps KV, tokens, services and Raft in memory: of a data_dir that ' +
      'is set only node-id is written (1.16, 1.20 and 1.23), and all is lost whenever the agent stops.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'consul.service':
        '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -dev -config-dir=/etc/consul.d\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
      'consul.service': '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit }, report) {
    if (!unit.flags.dev) return;
    const flag = agentWords(unit.start)?.find(({ text }) => /^--?dev(?:=|$)/.test(text));
    report({
      at: flag?.at ?? unit.start.at,
      message:
        '-dev makes a server of its own that keeps everything in memory, so that KV, tokens and services are lost whenever the ' +
        'unit stops; remove -dev, and write data_dir, server = true and bootstrap_expect',
    });
  },
});
