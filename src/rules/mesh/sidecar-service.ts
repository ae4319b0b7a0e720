import { find, stringAt } from '../../model/value-path.ts';
import { ofServices } from '../forms/services.ts';

export const meshSidecarService = ofServices({
  id: 'mesh/sidecar-service',
  keys: ['connect.sidecar_service.id', 'connect.sidecar_service.connect.sidecar_service'],
  docs: { summary: 'The agent names a sidecar itself, and a sidecar has no sidecar.' },
  run: ({ value, path }, report) => {
    const base = 'connect.sidecar_service';
    if (stringAt(value, `${base}.id`)?.value)
      report(`${base}.id`, `${path}.${base}.id must not be set; the agent names a sidecar itself`);
    if (find(value, `${base}.connect.sidecar_service`))
      report(
        `${base}.connect.sidecar_service`,
        `${path}.${base} has a sidecar of its own, which there is not; remove it`,
      );
  },
});
