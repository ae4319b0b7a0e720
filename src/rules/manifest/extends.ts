import { rule } from '../rule.ts';

export const manifestExtends = rule({
  id: 'manifest/extends',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary:
      'A manifest extends a file that is not there, that is no manifest, that extends the first again, or that is outside of the git repository (where there is none: the directory) of the manifests on the command line.',
  },
});
