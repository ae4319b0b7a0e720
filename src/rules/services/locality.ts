import { stringAt } from '../../model/value-path.ts';
import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';

export const servicesLocality = ofServices({
  id: 'services/locality',
  keys: ['locality.region', 'locality.zone'],
  since: '1.18',
  docs: {
    summary: 'The locality of a service has a zone without a region.',
    rationale:
      'The agent refuses a zone without a region. Agents before 1.18 do not know locality of a service.',
    bad: withService(`
      name = "web"
      locality {
        zone = "eu-west-1a"
      }
    `),
    good: withService(`
      name = "web"
      locality {
        region = "eu-west-1"
        zone = "eu-west-1a"
      }
    `),
  },
  run: ({ value, path }, report) => {
    if (!stringAt(value, 'locality.zone')?.value || stringAt(value, 'locality.region')?.value) return;
    report(
      'locality.zone',
      `${path}.locality.zone is set without locality.region, and a zone needs one; write the region too`,
    );
  },
});
