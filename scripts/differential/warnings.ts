/** The categories of an agent's warnings, recognised by a few words of each. */
const categories: readonly (readonly [RegExp, string])[] = [
  [/^skipping file/, 'skipped-file'],
  [/^The '(.+?)' field is deprecated\. Use/, 'deprecated-key'],
  [/^The '(.+?)' field is deprecated and will be ignored/, 'deprecated-ignored'],
  [/^'tls_min_version' value/, 'deprecated-tls-version-value'],
  [/^config key "?(.+?)"? is deprecated/, 'obsolete-key'],
  [/^"(.+?)" is a Consul Enterprise/, 'enterprise-only'],
  [/^client_addr is empty/, 'client-addr-empty'],
  [/^Cannot have empty filter rule/, 'prefix-filter-empty'],
  [/^Filter rule must begin/, 'prefix-filter-sign'],
  [/^Cannot parse ip ".*" from (\S+)/, 'bad-ip-san'],
  [/^Both auto_config\.intro_token and/, 'intro-token-and-env'],
  [/^Both an intro token and/, 'intro-token-and-file'],
  [/^BootstrapExpect is set to 1/, 'bootstrap-expect-one'],
  [/^bootstrap = true/, 'bootstrap-mode'],
  [/^bootstrap_expect = 2/, 'bootstrap-expect-two'],
  [/^bootstrap_expect is even/, 'bootstrap-expect-even'],
  [/^bootstrap_expect > 0/, 'bootstrap-expecting'],
  [/^Datacenter : /, 'datacenter-not-pki'],
  [/^Node name .* invalid characters/, 'node-name-dns-chars'],
  [/^Node name .* too long/, 'node-name-dns-length'],
  [/^Service .* port name/, 'service-port-name-dns'],
  [/^rpc\.enable_streaming = true has no effect/, 'rpc-streaming-on-client'],
  [/^use_streaming_backend = true requires/, 'streaming-backend-needs-rpc'],
  [/^if auto_encrypt\.allow_tls/, 'auto-encrypt-no-verify-incoming'],
  [/^using enable-script-checks/, 'remote-script-checks'],
];

/** `deprecated-key:ca_file`, `bootstrap-mode`. @throws Error for a warning of no known category */
export function warningOf(line: string): string {
  for (const [pattern, category] of categories) {
    const match = pattern.exec(line);
    if (match) return match[1] === undefined ? category : `${category}:${match[1]}`;
  }
  throw new Error(`a warning without a category: ${line}`);
}
