import { rule } from '../rule.ts';
import { certificateExample } from './support/certificate-example.ts';

export const liveCertificateName = rule({
  id: 'live/certificate-name',
  scope: 'reader',
  source: 'live',
  severity: { default: 'error', warning: 'when it is that of the HTTPS API' },
  options: [],
  docs: {
    summary: 'The certificate that an agent serves is not for the name by which others call it.',
    rationale:
      'With verify_server_hostname agents call only servers whose certificate is for server.<datacenter>.<domain>. The HTTPS API is called by names that are not known here: reported is a certificate for none of the names and addresses that the agent has.',
    bad: certificateExample({ days: 200, names: ['DNS:web.example'] }),
    good: certificateExample({ days: 200, names: ['DNS:server.dc1.consul', 'DNS:localhost'] }),
  },
});
