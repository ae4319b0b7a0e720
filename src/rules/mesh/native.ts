import { boolAt } from '../../model/value-path.ts';
import { ofServices } from '../forms/services.ts';
import { hasPlace } from '../services/support/services.ts';

export const meshNative = ofServices({
  id: 'mesh/native',
  keys: ['connect.native', 'port', 'socket_path'],
  docs: { summary: 'A service that speaks the mesh’s protocol itself must say where.' },
  run: (service, report) => {
    const { value, path } = service;
    if (!boolAt(value, 'connect.native') || hasPlace(service)) return;
    report(
      'connect.native',
      `${path} is connect.native, but has neither a port nor a socket_path; write where it listens`,
    );
  },
});
