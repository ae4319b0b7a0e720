import { opensSocket } from '../../subjects/agent/predicates.ts';
import { startupRule } from '../forms/startup.ts';

export const unixSocketMode = startupRule({
  id: 'address/unix-socket-mode',
  options: ['unix_sockets.mode'],
  summary: 'The mode of unix sockets is no octal number.',
  rationale:
    'The mode is read when the socket is opened; anything but octal digits, such as rwx words, ends the agent there.',
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
