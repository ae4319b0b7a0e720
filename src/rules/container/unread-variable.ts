import { rule } from '../rule.ts';

export const unreadVariable = rule({
  id: 'container/unread-variable',
  scope: 'node',
  source: 'unit',
  severity: 'warning',
  options: [],
  runWhenUnset: true,
  docs: {
    summary: 'A variable of the image has no effect, since its entry point does not start the agent.',
    rationale:
      'The entry point of the image adds -data-dir, -config-dir and the addresses of interfaces to a command that begins with ' +
      '`agent`, and to no other. Of `consul agent …` and of a container with an entry point of its own, CONSUL_LOCAL_CONFIG is ' +
      'written to a file at most, which no agent reads.',
    bad: {
      'docker-compose.yml':
        'services:\n  consul:\n    image: hashicorp/consul:1.20\n    command: consul agent -data-dir=/consul/data\n' +
        '    environment:\n      CONSUL_BIND_INTERFACE: eth0\n',
    },
    good: {
      'docker-compose.yml':
        'services:\n  consul:\n    image: hashicorp/consul:1.20\n    command: agent\n' +
        '    environment:\n      CONSUL_BIND_INTERFACE: eth0\n',
    },
  },
  run({ container }, report) {
    for (const { what, why, at } of container?.unread ?? [])
      report({
        at,
        message: `${what} has no effect: ${why}; write the command as \`agent …\`, or give the options as flags`,
      });
  },
});
