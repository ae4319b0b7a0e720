import { rule } from '../rule.ts';

export const manifestSecret = rule({
  id: 'manifest/secret',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary:
      'The secret that is referred to is not there, or is none: an empty file, an unset variable, a failed command, something that is no regular file, more than 1 MiB, or bytes that are not UTF-8.',
  },
});
