import { rule } from '../rule.ts';

export const filesPath = rule({
  id: 'files/path',
  scope: 'reader',
  source: 'consul',
  severity: 'error',
  options: [],
  docs: {
    summary: 'A path that the agent is given cannot be read as configuration.',
    rationale:
      'The agent exits with a path that does not exist or cannot be read, with a file that is named explicitly and ends in ' +
      'neither .json nor .hcl (unless -config-format is given), and with a directory that has a dangling symlink.',
  },
});
