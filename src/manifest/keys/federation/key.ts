/** `federation` of a manifest: which datacenter is the primary, and how its servers are reached. */
import { stringAt, stringsAt } from '../../values.ts';
import { key } from '../key.ts';
import { checkFederation, type Federation, federationLayer } from './federation.ts';

const record = key({
  read: (value): Federation | undefined =>
    value && {
      at: value,
      primary: stringAt(value, 'primary')?.toLowerCase(),
      throughGateways: stringAt(value, 'via') === 'mesh_gateways',
      primaryGateways: stringsAt(value, 'primary_gateways'),
    },
  layer: federationLayer,
  check: checkFederation,
});

export { record as key };
