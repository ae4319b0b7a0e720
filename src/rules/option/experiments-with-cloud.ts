import { withOptions } from '../forms/examples.ts';
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
    summary: 'The experiment resource-apis is combined with a link to HCP.',
    rationale:
      'From 1.17 to 1.19 a server with the experiment resource-apis refuses a cloud block with a ' +
      'resource_id.',
    consul: '1.18',
    bad: withOptions(`
      server = true
      experiments = ["resource-apis"]
      cloud {
        resource_id = "organization/1/project/2/cluster"
      }
    `),
    good: withOptions(`
      server = true
      experiments = ["resource-apis"]
    `),
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
        'the experiment resource-apis cannot be combined with the cloud block in this release; remove one',
      related: [{ path: 'cloud', message: 'the link to HCP' }],
    });
  },
});
