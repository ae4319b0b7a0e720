import { rule } from '../rule.ts';

export const manifestSecret = rule({
  id: 'manifest/secret',
  scope: 'reader',
  source: 'manifest',
  severity: {
    default: 'error',
    warning: 'where a generated secret can be read, but other accounts of the machine can read it too',
  },
  options: [],
  docs: {
    summary: 'A secret that the manifest refers to cannot be read.',
    rationale:
      '`render` reads secrets and stops where one is missing: an unset variable, a missing or empty file, a ' +
      'failed command, a file that is not a regular one or larger than 1 MiB, or bytes that are not UTF-8. ' +
      '`lint` does not read secrets.',
    bad: {
      'cluster.yaml':
        'consul: "1.20"\nservers: [srv1, srv2, srv3]\nconfig: { encrypt: { file: gossip.key } }\n',
    },
    good: {
      'cluster.yaml':
        'consul: "1.20"\nservers: [srv1, srv2, srv3]\nconfig: { encrypt: { file: gossip.key } }\n',
      'gossip.key': 'Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE=\n',
    },
  },
});
