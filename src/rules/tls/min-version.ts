import { texts } from '../forms/values.ts';
import { oneOf } from '../message.ts';
import { stanzas } from './support/tls.ts';

const versions = ['TLS_AUTO', 'TLSv1_0', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3'];

export const tlsMinVersion = texts({
  id: 'tls/min-version',
  options: stanzas.map((stanza) => `${stanza}.tls_min_version`),
  docs: {
    summary: 'Versions of TLS; the old words such as tls12 are understood in the old top-level key only.',
  },
  wants: oneOf(versions),
  accepts: (text) => text === '' || versions.includes(text),
});
