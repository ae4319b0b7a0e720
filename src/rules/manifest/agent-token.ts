import { rule } from '../rule.ts';

export const manifestAgentToken = rule({
  id: 'manifest/agent-token',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary:
      'A client by auto_encrypt shows its agent token to be given a certificate, and does not come up without one.',
  },
});
