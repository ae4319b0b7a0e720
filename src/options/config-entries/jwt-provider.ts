/** jwt-provider: who vouches for tokens, and where they are found. */
import { filePath } from '../grammars/names.ts';
import { pem } from '../grammars/secrets.ts';
import { duration } from '../grammars/time.ts';
import { any, bool, int, type Kind, list, string, words } from '../kinds.ts';
import { option, section } from '../option.ts';
import { base, entryBlock, fields, named } from './common.ts';

const base64: Kind = {
  shape: 'string',
  name: 'base64',
  wants: 'base64 text',
  pattern: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u,
  refusedBy: 'validate',
};

const absoluteUri: Kind = {
  shape: 'string',
  name: 'absolute URL',
  wants: 'a URL with a scheme',
  pattern: /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/)[\s\S]*$/u,
  examples: ['https://auth.example.net/.well-known/jwks.json'],
  refusedBy: 'validate',
};

const local = section(() =>
  fields({
    jwks: option(base64, 'The key set itself, in base64.'),
    filename: option(filePath, 'File of the key set, on the proxies’ hosts.'),
  }),
);

const providerInstance = section(() =>
  fields({
    instance_name: option(string, 'Certificate provider in Envoy’s bootstrap.'),
    certificate_name: option(string, 'Name of the certificate there.'),
  }),
);

const trustedCa = section(() =>
  fields({
    filename: option(filePath, 'File of the CA certificate, on the proxies’ hosts.'),
    environment_variable: option(string, 'Variable in the proxies’ environment that holds it.'),
    inline_string: option(pem, 'The CA certificate itself.'),
    inline_bytes: option(any, 'The CA certificate itself, as bytes.'),
  }),
);

const certificates = section(() =>
  fields({
    ca_certificate_provider_instance: option(
      entryBlock('CaProviderInstance', providerInstance),
      'CA certificate out of a provider of Envoy’s. Not with trusted_ca.',
      { aliases: ['CaCertificateProviderInstance'] },
    ),
    trusted_ca: option(entryBlock('TrustedCa', trustedCa), 'CA certificate given here.'),
  }),
);

const cluster = section(() =>
  fields({
    discovery_type: option(
      words(['STRICT_DNS', 'STATIC', 'LOGICAL_DNS', 'EDS', 'ORIGINAL_DST'], {
        orEmpty: true,
        refusedBy: 'validate',
      }),
      'How Envoy finds the address.',
    ),
    connect_timeout: option(duration, 'How long connecting may take.'),
    tls_certificates: option(entryBlock('JwksCertificates', certificates), 'Who vouches for the server.'),
  }),
);

const backOff = section(() =>
  fields({
    base_interval: option(duration, 'The first pause.'),
    max_interval: option(duration, 'The longest pause; not below base_interval.'),
  }),
);

const retry = section(() =>
  fields({
    num_retries: option(int, 'How often it is tried again.'),
    retry_policy_back_off: option(entryBlock('JwksBackOff', backOff), 'Pauses between attempts.'),
  }),
);

const remote = section(() =>
  fields({
    uri: option(absoluteUri, 'Where the key set is; required.'),
    request_timeout_ms: option(int, 'How long fetching may take, in milliseconds.'),
    cache_duration: option(duration, 'How long it is kept.'),
    fetch_asynchronously: option(bool, 'Does not wait for it at start.', { default: false }),
    use_sni: option(bool, 'Names the host in the TLS handshake.', { since: '1.21', default: false }),
    retry_policy: option(entryBlock('JwksRetry', retry), 'What happens where fetching fails.'),
    jwks_cluster: option(entryBlock('JwksCluster', cluster), 'How the server is reached.'),
  }),
);

const keySet = section(() =>
  fields({
    local: option(entryBlock('LocalJwks', local), 'Keys that are given here. Not with `remote`.'),
    remote: option(entryBlock('RemoteJwks', remote), 'Keys that are fetched. Not with `local`.'),
  }),
);

const headerLocation = section(() =>
  fields({
    name: option(string, 'Name of the header; required.'),
    value_prefix: option(string, 'Text before the token, such as `Bearer `.'),
    forward: option(bool, 'Hands the header on to the application.', { default: false }),
  }),
);

const paramLocation = section(() => fields({ name: option(string, 'Name of the parameter; required.') }));
const cookieLocation = section(() => fields({ name: option(string, 'Name of the cookie; required.') }));

const location = section(() =>
  fields({
    header: option(entryBlock('JwtHeader', headerLocation), 'A header that holds it.'),
    query_param: option(
      entryBlock('JwtQueryParam', paramLocation),
      'A parameter of the query that holds it.',
    ),
    cookie: option(entryBlock('JwtCookie', cookieLocation), 'A cookie that holds it.'),
  }),
);

const forwarding = section(() =>
  fields({
    header_name: option(string, 'Header that the claims go into; required.'),
    pad_forward_payload_header: option(bool, 'Pads the base64 text of it.', { default: false }),
  }),
);

const cacheConfig = section(() =>
  fields({
    size: option(int, 'Results that are kept; 0 for none.', { default: 0 }),
  }),
);

export const jwtProvider = section(() => ({
  ...named('Name that intentions refer to.'),
  ...fields({
    issuer: option(string, 'Issuer that tokens must name.'),
    audiences: option(list(string), 'Audiences, one of which tokens must name.'),
    json_web_key_set: option(entryBlock('JsonWebKeySet', keySet), 'Keys that sign the tokens; required.'),
    locations: option(list(entryBlock('JwtLocation', location)), 'Where tokens are looked for.'),
    forwarding: option(entryBlock('JwtForwarding', forwarding), 'Hands the claims on to the application.'),
    clock_skew_seconds: option(int, 'Tolerance for clocks that disagree, in seconds.', { default: 30 }),
    cache_config: option(entryBlock('JwtCache', cacheConfig), 'Keeps the results of checks.'),
  }),
  ...base(),
}));
