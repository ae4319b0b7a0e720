import { rule } from '../rule.ts';
import { certificateExample } from './support/certificate-example.ts';

export const liveCertificateExpired = rule({
  id: 'live/certificate-expired',
  scope: 'reader',
  source: 'live',
  severity: { default: 'error', warning: 'where it is still valid, for less than 30 days' },
  options: [],
  docs: {
    summary: 'The certificate that an agent serves is not valid any more, or will not be for long.',
    rationale:
      'It is looked at in a handshake with the ports that the agent shows of itself (HTTPS, gRPC, RPC of servers), in which nothing is sent. A file that was renewed is served after a reload only. Of a certificate for less than 90 days the last third counts, and one for 30 days or less, such as those that the cluster makes, is renewed by a program.',
    bad: certificateExample({ days: -3, names: ['DNS:server.dc1.consul', 'DNS:localhost'] }),
    good: certificateExample({ days: 200, names: ['DNS:server.dc1.consul', 'DNS:localhost'] }),
  },
});
