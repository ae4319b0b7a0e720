import { find } from '../../model/value-path.ts';
import { metaFault } from '../forms/meta.ts';
import { rule } from '../rule.ts';

export const nodeMeta = rule({
  scope: 'agent',
  source: 'consul',
  id: 'node/meta',
  severity: 'error',
  options: ['node_meta'],
  docs: {
    summary:
      'At most 64 pairs; keys of letters, digits, - and _ up to 128 bytes, not beginning with consul-; values up to 512 bytes.',
  },
  run: ({ config }, report) => metaFault(find(config.resolved, 'node_meta'), 'node_meta', report),
});
