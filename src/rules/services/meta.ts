import { find } from '../../model/value-path.ts';
import { metaFault } from '../forms/meta.ts';
import { ofServices } from '../forms/services.ts';

export const servicesMeta = ofServices({
  id: 'services/meta',
  keys: ['meta'],
  sidecars: true,
  docs: {
    summary:
      'The limits of node_meta hold for services too. Only mesh gateways may set consul-wan-federation.',
  },
  run: ({ value, path, kind }, report) =>
    metaFault(
      find(value, 'meta'),
      `${path}.meta`,
      (spot) => report('meta', spot.message),
      kind === 'mesh-gateway' ? ['consul-wan-federation'] : [],
    ),
});
