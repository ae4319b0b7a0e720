import type { Config } from '../../model/config.ts';
import { tlsOption, tlsStanzas } from '../../subjects/agent/listeners.ts';
import { certificateAt } from '../../subjects/machine/certificates.ts';
import { rule } from '../rule.ts';
import { exampleCertificate } from './support/example-certificate.ts';

const day = 86_400_000;

export const certificateExpired = rule({
  id: 'tls/certificate-expired',
  scope: 'node',
  source: 'host',
  severity: { default: 'error', warning: 'where the certificate is still valid, for 30 days or less' },
  options: ['tls.defaults.cert_file', 'tls.defaults.ca_file'],
  docs: {
    summary: 'A certificate of this agent is not valid any more, or will not be for long.',
    rationale:
      'The agent starts with an expired certificate, but every agent that verifies it refuses its ' +
      'calls. Checked with --on-host only.',
    bad: {
      'etc/consul.d/consul.hcl': example(),
      machine: 'now: 2037-01-01T00:00:00Z\n',
      '/etc/consul.d/cert.pem': exampleCertificate,
      '/etc/consul.d/key.pem': '',
    },
    good: {
      'etc/consul.d/consul.hcl': example(),
      machine: 'now: 2027-01-01T00:00:00Z\n',
      '/etc/consul.d/cert.pem': exampleCertificate,
      '/etc/consul.d/key.pem': '',
    },
  },
  run({ config, machine }, report) {
    if (!machine) return;
    const reported = new Set<string>();
    for (const { path, text: file } of certificates(config)) {
      const certificate = reported.has(file) ? undefined : certificateAt(file, machine);
      if (!certificate || (certificate.from <= machine.now && machine.now < certificate.to - 30 * day))
        continue;
      reported.add(file);
      const isOver = certificate.to <= machine.now;
      const isValid = certificate.from <= machine.now && !isOver;
      const [says, moment] = isOver
        ? ['was valid until', certificate.to]
        : isValid
          ? ['is valid only until', certificate.to]
          : ['is not valid before', certificate.from];
      report({
        at: config.at(path),
        path,
        ...(isValid && { severity: 'warning' }),
        message: `${file} ${says} ${new Date(moment).toISOString().slice(0, 10)}: agents that verify ${isValid ? 'will refuse' : 'refuse'} each other's calls; put a new one there and reload`,
      });
    }
  },
});

const certificates = (config: Config): readonly { path: string; text: string }[] =>
  tlsStanzas.flatMap((stanza) =>
    ['cert_file', 'ca_file'].map((name) => ({
      path: tlsOption(config, stanza, name),
      text: config.string(`tls.${stanza}.${name}`) ?? '',
    })),
  );

function example(): string {
  return (
    'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    cert_file = "/etc/consul.d/cert.pem"\n' +
    '    key_file = "/etc/consul.d/key.pem"\n  }\n}\n'
  );
}
