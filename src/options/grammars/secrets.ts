/** Keys, certificates and TLS settings. */
import { type ScalarKind, words } from '../kinds.ts';

/**
 * The alphabet and padding are checked by `consul validate`, the length only by the starting agent. A line end, as of a
 * heredoc, is passed over.
 */
export const gossipKey: ScalarKind = {
  shape: 'string',
  name: 'gossip key',
  wants: 'base64 of 16, 24 or 32 bytes, as `consul keygen` prints',
  pattern: /^(?:[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{32}|[A-Za-z0-9+/]{43}=)[\r\n]*$/u,
  orEmpty: true,
  refusedBy: 'start',
  validated: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u,
};

export const pem: ScalarKind = { shape: 'string', name: 'PEM', wants: 'PEM text' };
export const jwt: ScalarKind = { shape: 'string', name: 'JWT', wants: 'a signed JSON Web Token' };

const tlsVersions = ['TLS_AUTO', 'TLSv1_0', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3'];
export const tlsVersion = words(tlsVersions, { orEmpty: true, refusedBy: 'validate' });
/** The retired top-level option takes these older spellings too. */
export const oldTlsVersion = words([...tlsVersions, 'tls10', 'tls11', 'tls12', 'tls13'], {
  orEmpty: true,
  refusedBy: 'validate',
});

const ciphers = [
  'CHACHA20_POLY1305_SHA256',
  'AES_128_CBC_SHA',
  'AES_128_GCM_SHA256',
  'AES_256_CBC_SHA',
  'AES_256_GCM_SHA384',
];
const suite = `TLS_ECDHE_(?:ECDSA|RSA)_WITH_(?:${ciphers.join('|')})`;

export const cipherSuites: ScalarKind = {
  shape: 'string',
  name: 'cipher suites',
  wants: 'names of TLS 1.2 cipher suites with ECDHE, separated by commas',
  pattern: new RegExp(`^\\s*${suite}(?:,${suite})*\\s*$`, 'u'),
  orEmpty: true,
  examples: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'],
  refusedBy: 'validate',
};

export const keyExchangeGroups = ['X25519MLKEM768', 'X25519', 'P-256', 'P-384', 'P-521'];
const group = `\\s*(?:${keyExchangeGroups.join('|')})\\s*`;

/** As documented for 2.1, where no agent of it was measured. */
export const keyExchange: ScalarKind = {
  shape: 'string',
  name: 'key-exchange groups',
  wants: `names of groups, separated by commas: ${keyExchangeGroups.join(', ')}`,
  pattern: new RegExp(`^${group}(?:,${group})*$`, 'u'),
  orEmpty: true,
  examples: ['X25519MLKEM768,X25519'],
  refusedBy: 'none',
};

/** What proxies may be configured to use: four suites more than the agent itself accepts. */
export const envoyCipherSuite = words(
  [
    ...['ECDHE_ECDSA', 'ECDHE_RSA'].flatMap((exchange) =>
      ciphers.map((cipher) => `TLS_${exchange}_WITH_${cipher}`),
    ),
    ...ciphers.slice(1).map((cipher) => `TLS_RSA_WITH_${cipher}`),
  ],
  { refusedBy: 'validate' },
);
