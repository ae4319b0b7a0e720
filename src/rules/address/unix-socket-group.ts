import { opensSocket } from '../../subjects/agent/listeners.ts';
import { rule } from '../rule.ts';

export const unixSocketGroup = rule({
  id: 'address/unix-socket-group',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['unix_sockets.group'],
  docs: {
    summary: 'The group of unix sockets is a name, not a number.',
    rationale:
      'unix_sockets.user may be a name, but unix_sockets.group must be a number: with a name the agent cannot create the ' +
      'socket, and exits. `consul validate` accepts it.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\naddresses {\n  http = "unix:///run/consul/http.sock"\n}\n\nunix_sockets {\n  group = "consul"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\naddresses {\n  http = "unix:///run/consul/http.sock"\n}\n\nunix_sockets {\n  group = "998"\n}\n',
    },
  },
  run({ config }, report) {
    const group = config.string('unix_sockets.group');
    if (!group || /^[+-]?\d+$/.test(group) || /[${<]/.test(group) || !opensSocket(config)) return;
    report({
      at: config.at('unix_sockets.group'),
      path: 'unix_sockets.group',
      message:
        'unix_sockets.group must be the number of a group, not a name: `consul validate` accepts it, and then the agent ' +
        'refuses to start; write the number that `getent group` prints, such as "998"',
    });
  },
});
