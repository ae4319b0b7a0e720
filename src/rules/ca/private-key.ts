import { numberAt, stringAt } from '../../model/value-path.ts';
import { own } from '../../util/collections.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { checksSettings, providerOf, root, settingsOf, skips } from './support/ca.ts';

type KeySizes = Readonly<Record<string, readonly number[]>>;

const keySizes: KeySizes = { ec: [224, 256, 384, 521], rsa: [2048, 4096] };

const awsKeySizes: KeySizes = { ec: [256], rsa: [2048, 4096] };

export const caPrivateKey = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ca/private-key',
  severity: 'error',
  options: [`${root}.private_key_type`, `${root}.private_key_bits`],
  docs: {
    summary: 'The type or the size of the key of the certificate authority is not supported.',
    rationale:
      'The agent accepts ec with 224, 256, 384 or 521 bits and rsa with 2048 or 4096; with AWS, ec ' +
      'with 256 only. The default is ec with 256, so rsa needs private_key_bits.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nconnect {\n  enabled = true\n' +
        '  ca_provider = "consul"\n\n  ca_config {\n    private_key_type = "rsa"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nconnect {\n  enabled = true\n' +
        '  ca_provider = "consul"\n\n  ca_config {\n    private_key_type = "rsa"\n' +
        '    private_key_bits = 4096\n  }\n}\n',
    },
  },
  run: (subject, report) => {
    if (!checksSettings(subject)) return;
    const settings = settingsOf(subject);
    const isAws = providerOf(subject) === 'aws-pca';
    if (skips(settings) && !isAws) return;
    const type = stringAt(settings, 'private_key_type')?.value ?? 'ec';
    const bits = numberAt(settings, 'private_key_bits') ?? 256;
    const table = isAws ? awsKeySizes : keySizes;
    const sizes = own(table, type);
    const path = `${root}.private_key_${sizes ? 'bits' : 'type'}`;
    if (!sizes) report({ path, message: `${path} must be "ec" or "rsa", not ${quote(type)}` });
    else if (!sizes.includes(bits))
      report({ path, message: `${path} must be ${sizes.join(', ')} for ${type} keys, not ${bits}` });
  },
});
