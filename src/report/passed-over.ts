/** What was looked at and is not an agent's, in numbers. */
import type { PassedOverCounts } from './report.ts';

export const passedOverCounts = (
  paths: {
    readonly [Kind in keyof PassedOverCounts]: readonly string[];
  },
): PassedOverCounts => ({
  foreign: paths.foreign.length,
  templates: paths.templates.length,
  deployments: paths.deployments.length,
});
