import type { Config } from '../../model/config.ts';
import { isFragment } from '../../subjects/agent/predicates.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';

const stanzas = ['internal_rpc', 'https', 'grpc'] as const;

export const verifyWithoutCa = rule({
  id: 'tls/verify-without-ca',
  scope: 'node',
  source: 'runtime',
  severity: { default: 'error', warning: 'where something near the files mentions a CA' },
  unless: 'unless another file, a script or the environment gives the CA and the certificate',
  options: ['tls.defaults.verify_incoming', 'tls.defaults.verify_outgoing', 'tls.defaults.ca_file'],
  docs: {
    summary: 'Certificates must be verified, but there is no CA, or no certificate of the agent.',
    rationale:
      'With verify_outgoing or verify_incoming and no CA, and with verify_incoming, a CA and no certificate and key, the ' +
      'agent refuses to start. `consul validate` never looks at TLS files. auto_encrypt and auto_config bring them.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    verify_outgoing = true\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    verify_outgoing = true\n' +
        '    ca_file = "/etc/consul.d/ca.pem"\n  }\n}\n',
    },
  },
  run(node, report) {
    const { config } = node;
    if (
      isFragment(node) ||
      config.bool('auto_encrypt.tls') === true ||
      config.bool('auto_config.enabled') === true
    )
      return;
    for (const stanza of stanzas) {
      const found = missing(config, stanza);
      if (!found) continue;
      const { option, lacks } = found;
      const path = `tls.${stanza}.${option}`;
      report({
        // Found under its old name too, such as verify_incoming_rpc.
        at: config.value(path) ? spanOf(config.value(path)!) : config.at(`tls.defaults.${option}`),
        path,
        message: `${option} is on for ${stanza}, but there is no ${lacks}: the agent refuses to start although \`consul validate\` accepts it; write it in the same block, or in tls.defaults`,
      });
      // One sentence for tls.defaults, whose lack shows in every stanza.
      return;
    }
  },
});

function missing(config: Config, stanza: string): { option: string; lacks: string } | undefined {
  const has = (name: string): boolean => Boolean(config.string(`tls.${stanza}.${name}`));
  const on = (name: string): boolean => config.bool(`tls.${stanza}.${name}`) === true;
  const ca = has('ca_file') || has('ca_path');
  if (on('verify_outgoing') && !ca) return { option: 'verify_outgoing', lacks: 'ca_file or ca_path' };
  if (!on('verify_incoming')) return undefined;
  if (!ca) return { option: 'verify_incoming', lacks: 'ca_file or ca_path' };
  return has('cert_file') && has('key_file')
    ? undefined
    : { option: 'verify_incoming', lacks: 'cert_file and key_file' };
}
