import { rule } from '../rule.ts';

export const manifestReference = rule({
  id: 'manifest/reference',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'A reference to a secret does not name exactly one source.',
    rationale:
      'A secret comes from one of { env: NAME }, { file: PATH }, { generate: PATH } and { command: [PROGRAM, ' +
      'ARGUMENT] }. With two of them it would not be clear which counts.',
    bad: {
      'cluster.yaml':
        'consul: "1.20"\nservers: [srv1, srv2, srv3]\nconfig: { encrypt: { env: GOSSIP_KEY, file: gossip.key } }\n',
    },
    good: {
      'cluster.yaml':
        'consul: "1.20"\nservers: [srv1, srv2, srv3]\nconfig: { encrypt: { env: GOSSIP_KEY } }\n',
    },
  },
});
