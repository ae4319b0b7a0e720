import { boolAt } from '../../model/value-path.ts';
import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';
import { hasPlace } from '../services/support/services.ts';

export const meshNative = ofServices({
  id: 'mesh/native',
  keys: ['connect.native', 'port', 'socket_path'],
  docs: {
    summary: 'A service with connect.native has neither a port nor a socket.',
    rationale:
      'A native service accepts mesh connections itself, and the agent refuses it without a port or ' +
      'socket_path, where others connect to it.',
    bad: withService(`
      name = "web"
      connect {
        native = true
      }
    `),
    good: withService(`
      name = "web"
      port = 8443
      connect {
        native = true
      }
    `),
  },
  run: (service, report) => {
    const { value, path } = service;
    if (!boolAt(value, 'connect.native') || hasPlace(service)) return;
    report(
      'connect.native',
      `${path} sets connect.native, but neither a port nor a socket_path, so other services could not reach it; write where it listens`,
    );
  },
});
