import { find } from '../../model/value-path.ts';
import { ofServices } from '../forms/services.ts';

export const servicesSocketPath = ofServices({
  id: 'services/socket-path',
  keys: ['socket_path', 'port', 'address'],
  sidecars: true,
  docs: {
    summary: 'An instance is at a unix socket or at an address and port. Presence counts, even of port 0.',
  },
  run: ({ value, path }, report) => {
    const other = ['port', 'address'].find((key) => find(value, key));
    if (!find(value, 'socket_path') || other === undefined) return;
    report(
      'socket_path',
      `${path} has a socket_path and a ${other}; an instance has one place. Remove the ${other}, even if it is 0 or empty`,
    );
  },
});
