/** Whether the files for TLS are what they should be, before they are used: Node throws at the first request else. */
import { createSecureContext } from 'node:tls';

export interface Pem {
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
}

export interface PemProblem {
  readonly message: string;
  readonly property: 'caFile' | 'clientCert' | 'clientKey';
}

/** What is in the files is not shown. */
export function pemProblem({ ca, cert, key }: Pem): PemProblem | undefined {
  if (ca !== undefined && !isUsable({ ca }, 'CERTIFICATE'))
    return {
      message: 'the file of CAs (--ca-file) has no certificate in PEM that can be read',
      property: 'caFile',
    };
  if (cert !== undefined && !isUsable({ cert }, 'CERTIFICATE'))
    return {
      message: 'the file of the certificate (--client-cert) has no certificate in PEM that can be read',
      property: 'clientCert',
    };
  if (key !== undefined && !isUsable({ key }, 'PRIVATE KEY'))
    return {
      message:
        'the file of the key (--client-key) has no private key in PEM that can be read without a passphrase',
      property: 'clientKey',
    };
  if ((cert === undefined) !== (key === undefined))
    return {
      message:
        'a certificate needs its key, and a key its certificate: give both --client-cert and --client-key',
      property: cert === undefined ? 'clientCert' : 'clientKey',
    };
  if (isAccepted({ cert, key })) return undefined;
  return {
    message: 'the key (--client-key) is not that of the certificate (--client-cert)',
    property: 'clientKey',
  };
}

const isUsable = (pem: Partial<Pem>, label: string): boolean =>
  Object.values(pem).every((text) => text?.includes(`${label}-----`)) && isAccepted(pem);

function isAccepted(pem: Partial<Pem>): boolean {
  try {
    createSecureContext(pem);
    return true;
  } catch {
    return false;
  }
}
