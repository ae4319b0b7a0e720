import { find } from '../../model/value-path.ts';
import { withOptions } from '../forms/examples.ts';
import { metaFault } from '../forms/meta.ts';
import { rule } from '../rule.ts';

export const nodeMeta = rule({
  scope: 'agent',
  source: 'consul',
  id: 'node/meta',
  severity: 'error',
  options: ['node_meta'],
  docs: {
    summary: 'Metadata of the node has too many pairs, or an invalid key or value.',
    rationale:
      'The agent accepts at most 64 pairs, keys of letters, digits, - and _ with at most 128 bytes, and ' +
      'values of at most 512 bytes. Keys that begin with consul- are reserved. It refuses others.',
    bad: withOptions(`
      node_meta {
        "rack.row" = "b7"
      }
    `),
    good: withOptions(`
      node_meta {
        rack_row = "b7"
      }
    `),
  },
  run: ({ config }, report) => metaFault(find(config.resolved, 'node_meta'), 'node_meta', report),
});
