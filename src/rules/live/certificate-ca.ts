import { rule } from '../rule.ts';
import { hostExample } from './support/host-example.ts';

export const liveCertificateCa = rule({
  id: 'live/certificate-ca',
  scope: 'reader',
  source: 'live',
  severity: 'error',
  options: [],
  docs: {
    summary: 'The certificate that an agent serves is of another CA than its files name.',
    rationale:
      'Agents that verify what they call refuse it. Compared where the file of the CA is at hand: on the machine itself with --on-host, and in a tree of its files.',
    bad: onHost('other'),
    good: onHost('own'),
  },
});

/** On the machine itself; `ca` says whether the file of the CA has the one that has signed the certificate. */
function onHost(ca: string) {
  const https = { days: 200, names: ['DNS:server.dc1.consul'], ca };
  return {
    ...hostExample,
    'etc/consul.d/tls.hcl': 'tls {\n  https {\n    ca_file = "/etc/consul.d/ca.pem"\n  }\n}\n',
    host: 'UnitFileState=enabled\n',
    'certificates/srv1.json': JSON.stringify({ https }),
  };
}
