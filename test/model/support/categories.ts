/** The category, as recordings of real agents have it, of a finding that stands for a warning of the agent. */
import type { Finding } from '../../../src/finding.ts';

const plain: Readonly<Record<string, string>> = {
  'agent/auto-encrypt-unverified': 'auto-encrypt-no-verify-incoming',
  'agent/bootstrap-expect-one': 'bootstrap-expect-one',
  'agent/bootstrap-expecting': 'bootstrap-expecting',
  'agent/bootstrap-mode': 'bootstrap-mode',
  'agent/client-addr-empty': 'client-addr-empty',
  'agent/datacenter-pki': 'datacenter-not-pki',
  'agent/intro-token-and-env': 'intro-token-and-env',
  'agent/intro-token-and-file': 'intro-token-and-file',
  'agent/remote-script-checks': 'remote-script-checks',
  'agent/service-port-name-dns': 'service-port-name-dns',
  'agent/skipped-file': 'skipped-file',
  'agent/streaming-off': 'streaming-backend-needs-rpc',
  'agent/streaming-on-client': 'rpc-streaming-on-client',
  'agent/tls-version-word': 'deprecated-tls-version-value',
};

const ofPath: Readonly<Record<string, (finding: Finding, path: string) => string>> = {
  'agent/bootstrap-expect-even': ({ message }) =>
    message.includes('= 2:') ? 'bootstrap-expect-two' : 'bootstrap-expect-even',
  'agent/deprecated-key': (_, path) =>
    path === 'tls_prefer_server_cipher_suites' ? `deprecated-ignored:${path}` : `deprecated-key:${path}`,
  'agent/enterprise-key': (_, path) =>
    `enterprise-only:${path === 'read_replica' ? 'read_replica (or the deprecated non_voting_server)' : path}`,
  'agent/ip-san': (_, path) =>
    `bad-ip-san:${path.startsWith('auto_encrypt') ? 'AutoEncrypt.IPSAN' : 'auto_config.ip_sans'}`,
  'agent/node-name-dns': ({ message }) =>
    message.includes('bytes') ? 'node-name-dns-length' : 'node-name-dns-chars',
  'agent/prefix-filter': ({ at }) =>
    at.end - at.start === '""'.length ? 'prefix-filter-empty' : 'prefix-filter-sign',
  'option/deprecated': (_, path) => `obsolete-key:${path.replace(/^(audit\.sink)\..*\.name$/, '$1[].name')}`,
};

/** Undefined for what the agent itself says nothing of. */
export function categoryOf(finding: Finding): string | undefined {
  if (finding.severity !== 'warning') return undefined;
  return plain[finding.rule] ?? ofPath[finding.rule]?.(finding, finding.path ?? '');
}
