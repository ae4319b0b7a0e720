import { rule } from '../rule.ts';

export const manifestLiteralSecret = rule({
  id: 'manifest/literal-secret',
  scope: 'reader',
  source: 'manifest',
  severity: {
    default: 'error',
    warning: 'where the value only looks like a secret, or where a reference is not possible',
  },
  options: [],
  docs: {
    summary: 'A secret is written into the manifest.',
    rationale:
      'A manifest is committed and shown to others; what is in it is not secret. A reference names an ' +
      'environment variable, a file, a command or a file to generate, and only `render` reads the secret.',
    bad: {
      'cluster.yaml':
        'consul: "1.20"\nservers: [srv1, srv2, srv3]\nconfig: { encrypt: "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE=" }\n',
    },
    good: {
      'cluster.yaml':
        'consul: "1.20"\nservers: [srv1, srv2, srv3]\nconfig: { encrypt: { generate: secrets/gossip.key } }\n',
    },
  },
});
