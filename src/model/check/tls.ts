/** TLS of the agent’s own interfaces. */
import { trimSpace } from '../grammar/text.ts';
import { type Check, quote, type Subject } from './check.ts';
import { oneOf, texts } from './values.ts';

const stanzas = ['defaults', 'internal_rpc', 'https', 'grpc'].map((name) => `tls.${name}`);
const versions = ['TLS_AUTO', 'TLSv1_0', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3'];

const algorithms = [
  'CHACHA20_POLY1305_SHA256',
  'AES_128_CBC_SHA',
  'AES_128_GCM_SHA256',
  'AES_256_CBC_SHA',
  'AES_256_GCM_SHA384',
];
export const agentSuites: ReadonlySet<string> = new Set(
  ['ECDSA', 'RSA'].flatMap((key) => algorithms.map((algorithm) => `TLS_ECDHE_${key}_WITH_${algorithm}`)),
);

/** Split at commas and not trimmed: a blank behind a comma makes an unknown suite. */
function unknownSuites(text: string): readonly string[] {
  const trimmed = trimSpace(text);
  return trimmed === '' ? [] : trimmed.split(',').filter((suite) => !agentSuites.has(suite));
}

const misplaced = (
  id: Check['id'],
  paths: readonly string[],
  advice: string,
  limits: Pick<Check, 'before'> = {},
): Check => ({
  id,
  severity: 'error',
  options: paths,
  ...limits,
  docs: `Known everywhere in tls, and refused where it means nothing, even when false. ${advice}.`,
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

const suitesWithTls13: Check = {
  id: 'agent/tls-cipher-suites-tls13',
  severity: 'error',
  options: stanzas.flatMap((stanza) => [`${stanza}.tls_cipher_suites`, `${stanza}.tls_min_version`]),
  docs: 'TLS 1.3 has cipher suites of its own that cannot be chosen. A stanza that only inherits its list is spared.',
  run: ({ config }, report) => {
    for (const stanza of stanzas) {
      const path = `${stanza}.tls_cipher_suites`;
      if (!config.value(path) || minimum(config, stanza) !== 'TLSv1_3') continue;
      report({
        path,
        message: `${path} cannot be set where the oldest version is TLSv1_3, whose cipher suites cannot be chosen; remove it`,
        related: [{ path: versionPath(config, stanza), message: 'the version is set here' }],
      });
    }
  },
};

/** The oldest version of a stanza; what is written in it wins, even when empty. */
const minimum = (config: Subject['config'], stanza: string): string =>
  config.string(`${stanza}.tls_min_version`) ?? 'TLSv1_2';

const versionPath = (config: Subject['config'], stanza: string): string => {
  const own = `${stanza}.tls_min_version`;
  return config.value(own) ? own : 'tls.defaults.tls_min_version';
};

const suites: Check = {
  id: 'agent/tls-cipher-suites',
  severity: 'error',
  options: stanzas.map((stanza) => `${stanza}.tls_cipher_suites`),
  docs: 'Cipher suites are named as in the IANA registry and separated by commas without blanks. The agent knows ten.',
  run: ({ config }, report) => {
    for (const path of suites.options) {
      const value = config.value(path);
      if (value?.kind !== 'string' || minimum(config, path.replace('.tls_cipher_suites', '')) === 'TLSv1_3')
        continue;
      const [unknown] = unknownSuites(value.value);
      if (unknown === undefined) continue;
      const known = agentSuites.has(unknown.trim());
      const fault = known
        ? `has a blank around ${quote(unknown.trim())}; separate suites by commas alone`
        : `names ${quote(unknown)}, which the agent does not know; it knows TLS_ECDHE_{ECDSA,RSA}_WITH_{${algorithms.join(', ')}}`;
      report({ path, value, message: `${path} ${fault}` });
    }
  },
};

const plainGrpc: Check = {
  id: 'agent/grpc-tls-port',
  since: '1.14',
  severity: 'error',
  options: [
    'ports.grpc',
    'ports.grpc_tls',
    'tls.grpc.cert_file',
    'tls.defaults.cert_file',
    'tls.grpc.use_auto_cert',
  ],
  docs: 'Since 1.14 ports.grpc does not speak TLS. A configuration with a certificate for gRPC must say in ports.grpc_tls what it means.',
  run: ({ config }, report) => {
    if ((config.number('ports.grpc') ?? 0) <= 0 || config.value('ports.grpc_tls')) return;
    const automatic = config.bool('auto_encrypt.tls') || config.bool('auto_config.enabled');
    const certificate = config.string('tls.grpc.cert_file');
    if (!certificate && !(automatic && config.bool('tls.grpc.use_auto_cert'))) return;
    const source = certificate
      ? config.value('tls.grpc.cert_file')
        ? 'tls.grpc.cert_file'
        : 'tls.defaults.cert_file'
      : 'tls.grpc.use_auto_cert';
    report({
      path: 'ports.grpc',
      message:
        'ports.grpc no longer speaks TLS, but gRPC has a certificate, and the agent refuses to guess. Move the port to ports.grpc_tls, or set ports.grpc_tls to -1',
      related: [{ path: source, message: 'gRPC gets its certificate here' }],
    });
  },
};

const oldVersionWord: Check = {
  id: 'agent/tls-version-word',
  severity: 'warning',
  options: ['tls_min_version'],
  docs: 'The old words tls10 to tls13 are understood in the old key only.',
  run: ({ agent }, report) => {
    for (const file of agent.files) {
      const value = file.value?.members.get('tls_min_version')?.value;
      const tls = file.value?.members.get('tls')?.value;
      const defaults = tls?.kind === 'object' ? tls.members.get('defaults')?.value : undefined;
      const isReplaced = defaults?.kind === 'object' && defaults.members.has('tls_min_version');
      if (value?.kind !== 'string' || isReplaced || !/^(?:tls1[0-3])?$/.test(value.value)) continue;
      const word = value.value === '' ? 'TLS_AUTO' : `TLSv1_${value.value.slice(-1)}`;
      report({
        path: 'tls_min_version',
        value,
        message: `tls_min_version ${quote(value.value)} is an old word; write ${quote(word)} in tls.defaults.tls_min_version`,
      });
    }
  },
};

export const tls: readonly Check[] = [
  misplaced(
    'agent/tls-verify-outgoing',
    ['tls.grpc.verify_outgoing'],
    'The gRPC listener calls nobody; remove it',
  ),
  misplaced(
    'agent/tls-verify-server-hostname',
    ['tls.grpc.verify_server_hostname', 'tls.https.verify_server_hostname'],
    'Set it in tls.internal_rpc (from 1.17 on also in tls.defaults)',
  ),
  misplaced(
    'agent/tls-default-server-hostname',
    ['tls.defaults.verify_server_hostname'],
    'Before 1.17 only tls.internal_rpc takes it',
    { before: '1.17' },
  ),
  misplaced(
    'agent/tls-use-auto-cert',
    ['tls.defaults.use_auto_cert', 'tls.https.use_auto_cert', 'tls.internal_rpc.use_auto_cert'],
    'Only tls.grpc takes it',
  ),
  texts({
    id: 'agent/tls-min-version',
    options: stanzas.map((stanza) => `${stanza}.tls_min_version`),
    docs: 'Versions of TLS; the old words such as tls12 are understood in the old top-level key only.',
    wants: oneOf(versions),
    accepts: (text) => text === '' || versions.includes(text),
  }),
  suites,
  suitesWithTls13,
  plainGrpc,
  oldVersionWord,
];
