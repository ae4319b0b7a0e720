import { rule } from '../rule.ts';

export const manifestLiteralSecret = rule({
  id: 'manifest/literal-secret',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary:
      'A secret is written into the manifest, which is committed and shown. Refer to an environment variable, a file or the output of a command instead.',
  },
});
