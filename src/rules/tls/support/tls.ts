import type { RuleId } from '../../../rule-ids.ts';
import type { AgentSubject } from '../../../subjects/subjects.ts';
import type { AgentRule } from '../../rule.ts';
/** TLS of the agent’s own interfaces. */

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

export const misplaced = (
  id: RuleId,
  paths: readonly string[],
  advice: string,
  limits: Pick<AgentRule, 'before'> = {},
): AgentRule => ({
  id,
  scope: 'agent',
  source: 'consul',
  severity: 'error',
  options: paths,
  ...limits,
  docs: {
    summary: `Known everywhere in tls, and refused where it means nothing, even when false. ${advice}.`,
  },
  run: ({ config }, report) => {
    for (const path of paths) {
      if (config.value(path))
        report({
          path,
          message: `${path} means nothing in this stanza, and the agent refuses it even when false. ${advice}`,
        });
    }
  },
});

/** The oldest version of a stanza; what is written in it wins, even when empty. */
export const minimum = (config: AgentSubject['config'], stanza: string): string =>
  config.string(`${stanza}.tls_min_version`) ?? 'TLSv1_2';
