import { rule } from '../rule.ts';

export const manifestExtends = rule({
  id: 'manifest/extends',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'A file named by `extends` cannot be used.',
    rationale:
      'The file does not exist, is not a manifest, extends the first one again, or is outside of the git ' +
      'repository of the manifests on the command line (without a repository: of their directory). The ' +
      'manifest is incomplete without it.',
    bad: { 'cluster.yaml': 'extends: base.yaml\nconsul: "1.20"\nservers: [srv1, srv2, srv3]\n' },
    good: {
      'cluster.yaml': 'extends: base.yaml\nconsul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'base.yaml': 'config:\n  log_level: INFO\n',
    },
  },
});
