import { find } from '../../model/value-path.ts';
import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';

export const servicesSocketPath = ofServices({
  id: 'services/socket-path',
  keys: ['socket_path', 'port', 'address'],
  sidecars: true,
  docs: {
    summary: 'A service has a unix socket as well as a port or address.',
    rationale:
      'An instance is reached at a unix socket or at an address and port. The agent refuses both, and a ' +
      'key counts even if it is 0 or empty.',
    bad: withService(`
      name = "web"
      socket_path = "/run/web.sock"
      port = 8080
    `),
    good: withService(`
      name = "web"
      socket_path = "/run/web.sock"
    `),
  },
  run: ({ value, path }, report) => {
    const other = ['port', 'address'].find((key) => find(value, key));
    if (!find(value, 'socket_path') || other === undefined) return;
    report(
      'socket_path',
      `${path} has both a socket_path and a ${other}, but an instance has one address; remove the ${other}, even if it is 0 or empty`,
    );
  },
});
