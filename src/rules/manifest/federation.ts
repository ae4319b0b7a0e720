import { rule } from '../rule.ts';

export const manifestFederation = rule({
  id: 'manifest/federation',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary:
      'Federation through mesh gateways needs the address of a gateway, and TLS: a gateway finds a server by the name in its certificate.',
  },
});
