import { rule } from '../rule.ts';
export const nodeLocality = rule({
  scope: 'agent',
  source: 'consul',
  id: 'node/locality',
  severity: 'error',
  since: '1.17',
  options: ['locality.region', 'locality.zone'],
  docs: {
    summary:
      'A zone means something only within a region. A later file replaces the whole block, its region included.',
  },
  run: ({ config }, report) => {
    if (!config.string('locality.zone') || config.string('locality.region')) return;
    report({
      path: 'locality.zone',
      message: 'locality.zone is set without locality.region; write the region beside it, in the same file',
    });
  },
});
