import { opensSocket } from '../../subjects/agent/listeners.ts';
import { startupRule } from '../forms/startup.ts';

export const unixSocketMode = startupRule({
  id: 'address/unix-socket-mode',
  options: ['unix_sockets.mode'],
  summary: 'The mode of unix sockets is not an octal number.',
  rationale:
    'The agent reads the mode when it opens the socket, and exits with anything but octal digits, such as rw-rw----.',
  bad: {
    'consul.hcl':
      'data_dir = "/var/lib/consul"\n\naddresses {\n  http = "unix:///run/consul/http.sock"\n}\n\nunix_sockets {\n  mode = "rw-rw----"\n}\n',
  },
  good: {
    'consul.hcl':
      'data_dir = "/var/lib/consul"\n\naddresses {\n  http = "unix:///run/consul/http.sock"\n}\n\nunix_sockets {\n  mode = "0660"\n}\n',
  },
  when: ({ config }) => opensSocket(config),
});
