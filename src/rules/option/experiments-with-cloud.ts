import { rule } from '../rule.ts';
export const optionExperimentsWithCloud = rule({
  scope: 'agent',
  source: 'consul',
  id: 'option/experiments-with-cloud',
  severity: 'error',
  since: '1.17',
  before: '1.20',
  options: ['experiments', 'cloud.resource_id'],
  docs: {
    summary: 'From 1.17 to 1.19 the experiment resource-apis and the link to HCP excluded each other.',
  },
  run: ({ config, server }, report) => {
    if (
      !server ||
      !config.string('cloud.resource_id') ||
      !config.strings('experiments').includes('resource-apis')
    )
      return;
    report({
      path: 'experiments',
      message:
        'the experiment resource-apis and the cloud block exclude each other in this release; remove one',
      related: [{ path: 'cloud', message: 'the link to HCP' }],
    });
  },
});
