import { texts } from '../forms/values.ts';
import { oneOf } from '../message.ts';
import { stanzas } from './support/tls.ts';

const versions = ['TLS_AUTO', 'TLSv1_0', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3'];

export const tlsMinVersion = texts({
  id: 'tls/min-version',
  options: stanzas.map((stanza) => `${stanza}.tls_min_version`),
  docs: {
    summary: 'tls_min_version is not a version of TLS.',
    rationale:
      'The stanzas of `tls` take TLSv1_0, TLSv1_1, TLSv1_2, TLSv1_3 and TLS_AUTO, and the agent refuses ' +
      'anything else. The words tls10 to tls13 are accepted in the deprecated top-level key only.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    tls_min_version = "tls12"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    tls_min_version = "TLSv1_2"\n  }\n}\n',
    },
  },
  wants: oneOf(versions),
  accepts: (text) => text === '' || versions.includes(text),
});
