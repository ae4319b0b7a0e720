import { stringAt } from '../../model/value-path.ts';
import { ofServices } from '../forms/services.ts';

export const servicesLocality = ofServices({
  id: 'services/locality',
  keys: ['locality.region', 'locality.zone'],
  since: '1.18',
  docs: { summary: 'A zone means something only within a region.' },
  run: ({ value, path }, report) => {
    if (!stringAt(value, 'locality.zone')?.value || stringAt(value, 'locality.region')?.value) return;
    report(
      'locality.zone',
      `${path}.locality.zone is set without locality.region; write the region beside it`,
    );
  },
});
