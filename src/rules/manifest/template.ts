import { rule } from '../rule.ts';

export const manifestTemplate = rule({
  id: 'manifest/template',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'A template cannot be used, or its file cannot have that path.',
    rationale:
      'The template does not exist, is outside of the git repository of the manifest (without a repository: of ' +
      'its directory), names a value that templates are not given, or would give a file where another file or ' +
      'directory is.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\ntemplates: { etc/motd: motd.hbs }\n',
      'motd.hbs': '{{ nodename }}\n',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\ntemplates: { etc/motd: motd.hbs }\n',
      'motd.hbs': '{{ name }}\n',
    },
  },
});
