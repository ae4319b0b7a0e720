import { base64Length } from '../../model/grammar/encoding.ts';
import { plural } from '../../util/text.ts';
import { rule } from '../rule.ts';

export const keySize = rule({
  id: 'gossip/key-size',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['encrypt'],
  docs: {
    summary: 'The gossip key is not 16, 24 or 32 bytes long.',
    rationale:
      '`consul validate` checks only that the key is base64. The agent then refuses to start with a key of any other ' +
      'length.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nencrypt = "c2hvcnQ="\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nencrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="\n',
    },
  },
  run({ config }, report) {
    const key = config.string('encrypt');
    // A key that is not base64 is reported by gossip/key.
    const length = key ? base64Length(key) : undefined;
    if (length === undefined || length === 16 || length === 24 || length === 32) return;
    report({
      at: config.at('encrypt'),
      path: 'encrypt',
      message: `the gossip key is ${plural(length, 'byte')} long, but must be 16, 24 or 32: the agent refuses to start although \`consul validate\` accepts it; make one with \`consul keygen\``,
    });
  },
});
