import { find, stringAt } from '../../model/value-path.ts';
import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';

export const meshSidecarService = ofServices({
  id: 'mesh/sidecar-service',
  keys: ['connect.sidecar_service.id', 'connect.sidecar_service.connect.sidecar_service'],
  docs: {
    summary: 'A sidecar has an id, or another sidecar.',
    rationale:
      'The agent derives the id of a sidecar from its service and refuses one that is written. It also ' +
      'refuses a sidecar inside a sidecar.',
    bad: withService(`
      name = "web"
      port = 8080
      connect {
        sidecar_service {
          id = "web-sidecar"
        }
      }
    `),
    good: withService(`
      name = "web"
      port = 8080
      connect {
        sidecar_service {
        }
      }
    `),
  },
  run: ({ value, path }, report) => {
    const base = 'connect.sidecar_service';
    if (stringAt(value, `${base}.id`)?.value)
      report(
        `${base}.id`,
        `${path}.${base}.id must not be set, since the agent names sidecars itself; remove it`,
      );
    if (find(value, `${base}.connect.sidecar_service`))
      report(
        `${base}.connect.sidecar_service`,
        `${path}.${base} has another sidecar, which the agent refuses; remove it`,
      );
  },
});
