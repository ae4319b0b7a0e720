/** TLS of the agent's own interfaces. */
import type { AgentSubject } from '../../../subjects/subjects.ts';
import type { AgentRule } from '../../rule.ts';

export const stanzas = ['defaults', 'internal_rpc', 'https', 'grpc'].map((name) => `tls.${name}`);

export const algorithms = [
  'CHACHA20_POLY1305_SHA256',
  'AES_128_CBC_SHA',
  'AES_128_GCM_SHA256',
  'AES_256_CBC_SHA',
  'AES_256_GCM_SHA384',
];

export const agentSuites: ReadonlySet<string> = new Set(
  ['ECDSA', 'RSA'].flatMap((key) => algorithms.map((algorithm) => `TLS_ECDHE_${key}_WITH_${algorithm}`)),
);

interface Misplaced extends Pick<AgentRule, 'id' | 'options' | 'docs' | 'before'> {
  /** What to do instead. */
  readonly advice: string;
}

/** A key that the agent knows in every stanza of `tls`, and refuses in these, where it has no meaning. */
export const misplaced = ({ advice, ...record }: Misplaced): AgentRule => ({
  ...record,
  scope: 'agent',
  source: 'consul',
  severity: 'error',
  run: ({ config }, report) => {
    for (const path of record.options) {
      if (!config.value(path)) continue;
      report({
        path,
        message: `${path} has no meaning in this stanza, and the agent refuses it even when it is false; ${advice}`,
      });
    }
  },
});

/** The oldest version of a stanza; what is written in it wins, even when empty. */
export const minimum = (config: AgentSubject['config'], stanza: string): string =>
  config.string(`${stanza}.tls_min_version`) ?? 'TLSv1_2';
