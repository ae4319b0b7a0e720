import { find } from '../../model/value-path.ts';
import { withService } from '../forms/examples.ts';
import { metaFault } from '../forms/meta.ts';
import { ofServices } from '../forms/services.ts';

export const servicesMeta = ofServices({
  id: 'services/meta',
  keys: ['meta'],
  sidecars: true,
  docs: {
    summary: 'Metadata of a service has too many pairs, or an invalid key or value.',
    rationale:
      'The limits of node_meta apply: at most 64 pairs, keys of letters, digits, - and _ with at most ' +
      '128 bytes that do not begin with consul-, values of at most 512 bytes. Only a mesh-gateway may ' +
      'have consul-wan-federation.',
    bad: withService(`
      name = "web"
      meta {
        "team.name" = "web"
      }
    `),
    good: withService(`
      name = "web"
      meta {
        team_name = "web"
      }
    `),
  },
  run: ({ value, path, kind }, report) =>
    metaFault(
      find(value, 'meta'),
      `${path}.meta`,
      (spot) => report('meta', spot.message),
      kind === 'mesh-gateway' ? ['consul-wan-federation'] : [],
    ),
});
