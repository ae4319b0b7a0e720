import { rule } from '../rule.ts';

export const manifestTemplate = rule({
  id: 'manifest/template',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary:
      'A template that is not there, that is outside of the git repository (where there is none: the directory) of the manifest, that names what no template is given, or that would give a file where none may be.',
  },
});
