import { withOptions } from '../forms/examples.ts';
import { rule } from '../rule.ts';
export const nodeLocality = rule({
  scope: 'agent',
  source: 'consul',
  id: 'node/locality',
  severity: 'error',
  since: '1.17',
  options: ['locality.region', 'locality.zone'],
  docs: {
    summary: 'The locality of an agent has a zone without a region.',
    rationale:
      'From 1.17 on the agent refuses a zone without a region. A later file replaces the whole block, ' +
      'so a region in an earlier file is lost.',
    bad: withOptions(`
      locality {
        zone = "eu-west-1a"
      }
    `),
    good: withOptions(`
      locality {
        region = "eu-west-1"
        zone = "eu-west-1a"
      }
    `),
  },
  run: ({ config }, report) => {
    if (!config.string('locality.zone') || config.string('locality.region')) return;
    report({
      path: 'locality.zone',
      message:
        'locality.zone is set without locality.region, and a zone needs one; write the region too, in the same file',
    });
  },
});
