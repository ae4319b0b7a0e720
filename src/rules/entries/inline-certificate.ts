import type { X509Certificate } from 'node:crypto';
import { isDomainName } from '../../model/grammar/domain.ts';
import { canReadKeys, firstBlock, readCertificate, readPrivateKey } from '../../model/grammar/pem.ts';
import { textAt } from '../../model/value-path.ts';
import { type Entry, ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
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
  if (!block) return { key, message: 'must be the text of a private key in PEM' };
  if (block.type !== 'RSA PRIVATE KEY' || !canReadKeys()) return undefined;
  const bits = readPrivateKey(text)?.asymmetricKeyDetails?.modulusLength;
  if (bits === undefined) return { key, message: 'cannot be read as an RSA key' };
  return bits < minRsaBits
    ? {
        key,
        message: `has ${bits} bits, but Envoy needs RSA keys of at least ${minRsaBits} bits; make a new key`,
      }
    : undefined;
}

function certificateFault({ value }: Entry): Fault | undefined {
  const key = 'certificate';
  if (!canReadKeys() && firstBlock(textAt(value, key))) return undefined;
  const certificate = readCertificate(textAt(value, key));
  if (!certificate) return { key, message: 'must be the text of a certificate in PEM' };
  const privateKey = readPrivateKey(textAt(value, 'PrivateKey'));
  if (!privateKey || !certificate.checkPrivateKey(privateKey))
    return { key, message: 'does not belong to the PrivateKey; write the certificate of that key' };
  const name = namesOf(certificate).find((host) => !isDomainName(host));
  return name === undefined
    ? undefined
    : {
        key,
        message: `contains the name ${quote(name)}, which is not a domain name; issue it for domain names only`,
      };
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
    summary: 'An inline certificate or its key is not valid PEM, or they do not belong together.',
    rationale:
      'The key must be PEM, RSA keys must have at least 2048 bits, the certificate must be PEM, belong ' +
      'to the key, and contain only domain names. The agent reads the text of the entry and no files; ' +
      'paths belong into a file-system-certificate entry, from 1.19 on.',
    bad: withEntry(`
      kind = "inline-certificate"
      name = "web"
      certificate = "/etc/consul.d/web.pem"
      PrivateKey = "/etc/consul.d/web.key"
    `),
    good: withEntry(`
      kind = "file-system-certificate"
      name = "web"
      certificate = "/etc/consul.d/web.pem"
      PrivateKey = "/etc/consul.d/web.key"
    `),
  },
  run: (entry, report) => {
    const fault = keyFault(entry) ?? certificateFault(entry);
    if (fault) report(fault.key, fault.message);
  },
});
