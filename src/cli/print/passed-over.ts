/** What was looked at and is not an agent's, in numbers. */
import type { PassedOverPaths } from '../../discovery/kinds/passed-over.ts';
import type { PassedOverCounts } from '../../report/report.ts';

export const countsOf = ({ foreign, templates, deployments }: PassedOverPaths): PassedOverCounts => ({
  foreign: foreign.length,
  templates: templates.length,
  deployments: deployments.length,
});
