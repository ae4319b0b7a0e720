import { numberAt, stringAt } from '../../model/value-path.ts';
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
    summary:
      'Keys are ec with 224, 256, 384 or 521 bits, or rsa with 2048 or 4096. AWS takes ec with 256 only. The default is ec with 256, so rsa needs its bits, too.',
  },
  run: (subject, report) => {
    if (!checksSettings(subject)) return;
    const settings = settingsOf(subject);
    const isAws = providerOf(subject) === 'aws-pca';
    if (skips(settings) && !isAws) return;
    const type = stringAt(settings, 'private_key_type')?.value ?? 'ec';
    const bits = numberAt(settings, 'private_key_bits') ?? 256;
    const table = isAws ? awsKeySizes : keySizes;
    const sizes = Object.hasOwn(table, type) ? table[type] : undefined;
    const path = `${root}.private_key_${sizes ? 'bits' : 'type'}`;
    if (!sizes) report({ path, message: `${path} must be "ec" or "rsa", not ${quote(type)}` });
    else if (!sizes.includes(bits))
      report({ path, message: `${path} must be ${sizes.join(', ')} for ${type} keys, not ${bits}` });
  },
});
