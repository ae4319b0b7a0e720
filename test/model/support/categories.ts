/** The category, as recordings of real agents have it, of a finding that stands for a warning of the agent. */
import type { Finding } from '../../../src/finding.ts';

const plain: Readonly<Record<string, string>> = {
  'auto-config/auto-encrypt-unverified': 'auto-encrypt-no-verify-incoming',
  'quorum/bootstrap-expect-one': 'bootstrap-expect-one',
  'quorum/bootstrap-expecting': 'bootstrap-expecting',
  'quorum/bootstrap-mode': 'bootstrap-mode',
  'address/client-addr-empty': 'client-addr-empty',
  'ca/datacenter-name': 'datacenter-not-pki',
  'auto-config/intro-token-and-env': 'intro-token-and-env',
  'auto-config/intro-token-and-file': 'intro-token-and-file',
  'checks/remote-scripts': 'remote-script-checks',
  'services/port-name-not-dns': 'service-port-name-dns',
  'files/skipped': 'skipped-file',
  'rpc/streaming-off': 'streaming-backend-needs-rpc',
  'rpc/streaming-on-client': 'rpc-streaming-on-client',
  'tls/version-word': 'deprecated-tls-version-value',
};

const ofPath: Readonly<Record<string, (finding: Finding, path: string) => string>> = {
  'quorum/bootstrap-expect-even': ({ message }) =>
    message.includes('= 2:') ? 'bootstrap-expect-two' : 'bootstrap-expect-even',
  'option/deprecated-key': (_, path) =>
    path === 'tls_prefer_server_cipher_suites' ? `deprecated-ignored:${path}` : `deprecated-key:${path}`,
  'option/enterprise-key': (_, path) =>
    `enterprise-only:${path === 'read_replica' ? 'read_replica (or the deprecated non_voting_server)' : path}`,
  'auto-config/ip-san': (_, path) =>
    `bad-ip-san:${path.startsWith('auto_encrypt') ? 'AutoEncrypt.IPSAN' : 'auto_config.ip_sans'}`,
  'node/name-not-dns': ({ message }) =>
    message.includes('bytes') ? 'node-name-dns-length' : 'node-name-dns-chars',
  'telemetry/prefix-filter': ({ at }) =>
    at.end - at.start === '""'.length ? 'prefix-filter-empty' : 'prefix-filter-sign',
  'option/deprecated': (_, path) => `obsolete-key:${path.replace(/^(audit\.sink)\..*\.name$/, '$1[].name')}`,
};

/** Undefined for what the agent itself says nothing of. */
export function categoryOf(finding: Finding): string | undefined {
  if (finding.severity !== 'warning') return undefined;
  return plain[finding.rule] ?? ofPath[finding.rule]?.(finding, finding.path ?? '');
}
