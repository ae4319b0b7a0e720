import type { X509Certificate } from 'node:crypto';
import { isDomainName } from '../../model/grammar/domain.ts';
import { firstBlock, readCertificate, readPrivateKey } from '../../model/grammar/pem.ts';
import { textAt } from '../../model/value-path.ts';
import { type Entry, ofEntries } from '../forms/entries.ts';
import { quote } from '../message.ts';

const minRsaBits = 2048;

interface Fault {
  readonly key: string;
  readonly message: string;
}

function keyFault({ value }: Entry): Fault | undefined {
  const key = 'PrivateKey';
  const text = textAt(value, key);
  const block = firstBlock(text);
  if (!block) return { key, message: 'must be a private key in PEM' };
  if (block.type !== 'RSA PRIVATE KEY') return undefined;
  const bits = readPrivateKey(text)?.asymmetricKeyDetails?.modulusLength;
  if (bits === undefined) return { key, message: 'cannot be read as an RSA key' };
  return bits < minRsaBits
    ? { key, message: `has ${bits} bits, and Envoy takes RSA keys from ${minRsaBits} bits on only` }
    : undefined;
}

function certificateFault({ value }: Entry): Fault | undefined {
  const key = 'certificate';
  const certificate = readCertificate(textAt(value, key));
  if (!certificate) return { key, message: 'must be a certificate in PEM' };
  const privateKey = readPrivateKey(textAt(value, 'PrivateKey'));
  if (!privateKey || !certificate.checkPrivateKey(privateKey))
    return { key, message: 'is not the one that the private key belongs to' };
  const name = namesOf(certificate).find((host) => !isDomainName(host));
  return name === undefined
    ? undefined
    : { key, message: `is made out to ${quote(name)}, which is no domain name` };
}

/** The common name and every alternative one, as Consul collects them. */
function namesOf(certificate: X509Certificate): readonly string[] {
  const common = /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? '';
  const alternative = (certificate.subjectAltName ?? '').split(', ').flatMap((entry) => {
    const [, name] = /^(?:DNS|IP Address):(.*)$/.exec(entry) ?? [];
    return name === undefined ? [] : [name];
  });
  return [common, ...alternative];
}

export const entriesInlineCertificate = ofEntries({
  id: 'entries/inline-certificate',
  kinds: ['inline-certificate'],
  keys: ['certificate', 'PrivateKey'],
  docs: {
    summary:
      'Key and certificate are PEM and belong together; RSA keys have 2048 bits or more; the names in the certificate are domain names.',
  },
  run: (entry, say) => {
    const fault = keyFault(entry) ?? certificateFault(entry);
    if (fault) say(fault.key, fault.message);
  },
});
