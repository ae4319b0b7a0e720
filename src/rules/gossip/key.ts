import { base64Length } from '../../model/grammar/encoding.ts';
import { texts } from '../forms/values.ts';

export const gossipKey = texts({
  id: 'gossip/key',
  options: ['encrypt'],
  docs: {
    summary: 'The gossip key is not standard base64 with padding.',
    rationale:
      'The agent refuses a key in the URL alphabet, without its = padding or with blanks. It checks ' +
      'the length only when it starts.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n' +
        'encrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE"\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n' +
        'encrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="\n',
    },
  },
  wants: 'standard base64 with = padding',
  why: 'generate a key with `consul keygen`',
  secret: true,
  accepts: (text) => base64Length(text) !== undefined,
});
