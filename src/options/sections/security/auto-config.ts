/** Clients that fetch their TLS, tokens and settings from the servers: auto_config and the older auto_encrypt. */
import { joinAddress } from '../../grammars/join.ts';
import { filePath } from '../../grammars/names.ts';
import { ip, url } from '../../grammars/network.ts';
import { jwt, pem } from '../../grammars/secrets.ts';
import { duration } from '../../grammars/time.ts';
import { block, bool, list, map, string, words } from '../../kinds.ts';
import { option, section } from '../../option.ts';

const dnsName = { ...string, name: 'DNS name', wants: 'a DNS name' };
const algorithms = words(
  ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'EdDSA'],
  {
    refusedBy: 'none',
  },
);

const staticAuthorizer = section(() => ({
  bound_issuer: option(string, 'Issuer (`iss`) that a token must name.'),
  bound_audiences: option(list(string), 'Audiences (`aud`), one of which a token must name.'),
  claim_assertions: option(
    list(string),
    'Conditions on the mapped claims, all of which must hold; they may name the node, segment and partition of the client.',
  ),
  claim_mappings: option(
    map(string),
    'Claims with one value that the assertions may use: claim name to variable name.',
  ),
  list_claim_mappings: option(
    map(string),
    'Claims with several values that the assertions may use: claim name to variable name.',
  ),
  allow_reuse: option(bool, 'Lets one token introduce several clients.', { default: false }),
  jwt_supported_algs: option(list(algorithms), 'Signature algorithms that are accepted.', {
    default: ['RS256'],
  }),
  jwt_validation_pub_keys: option(list(pem), 'Public keys that sign the tokens, in PEM. Instead of a URL.'),
  jwks_url: option(
    url,
    'Where the signing keys are fetched from as a key set. Instead of keys or OIDC discovery.',
  ),
  jwks_ca_cert: option(pem, 'CA that vouches for jwks_url.'),
  oidc_discovery_url: option(
    url,
    'Where the signing keys are found by OIDC discovery. Instead of keys or a key set.',
  ),
  oidc_discovery_ca_cert: option(pem, 'CA that vouches for oidc_discovery_url.'),
  clock_skew_leeway: option(duration, 'Tolerance for clocks that disagree; 0 means 60 s.', {
    default: '0s',
  }),
  expiration_leeway: option(duration, 'Tolerance for tokens that have just expired; 0 means 150 s.', {
    default: '0s',
  }),
  not_before_leeway: option(duration, 'Tolerance for tokens that are not valid yet; 0 means 150 s.', {
    default: '0s',
  }),
}));

const authorization = section(() => ({
  enabled: option(
    bool,
    'Answers clients that ask for their configuration. Servers need a certificate for RPC.',
    {
      default: false,
      role: 'server',
    },
  ),
  static: option(
    block('StaticAuthorizer', staticAuthorizer),
    'How the tokens that clients present are validated.',
  ),
}));

export const autoConfig = section(() => ({
  enabled: option(
    bool,
    'Fetches the configuration from the servers with an introduction token. Not together with auto_encrypt.tls.',
    {
      default: false,
      role: 'client',
    },
  ),
  intro_token: option(
    jwt,
    'The introduction token itself; the environment’s CONSUL_INTRO_TOKEN wins over it.',
    {
      secret: true,
      role: 'client',
    },
  ),
  intro_token_file: option(
    filePath,
    'File that holds the introduction token; read where intro_token is empty.',
    {
      role: 'client',
    },
  ),
  server_addresses: option(
    list(joinAddress),
    'Servers to ask for the configuration, in the forms of retry_join.',
    {
      role: 'client',
    },
  ),
  dns_sans: option(list(dnsName), 'DNS names to have in the client’s certificate besides the usual ones.', {
    role: 'client',
  }),
  ip_sans: option(list(ip), 'IP addresses to have in the client’s certificate besides the usual ones.', {
    role: 'client',
  }),
  authorization: option(
    block('AutoConfigAuthorization', authorization),
    'How servers decide whom to give a configuration.',
  ),
}));

export const autoEncrypt = section(() => ({
  tls: option(bool, 'Gets the client’s TLS certificate from the servers instead of a file.', {
    default: false,
    role: 'client',
  }),
  allow_tls: option(
    bool,
    'Lets this server issue certificates to clients that use auto_encrypt.tls. Turns the mesh on.',
    {
      default: false,
      role: 'server',
    },
  ),
  dns_san: option(list(dnsName), 'DNS names to have in the client’s certificate besides the usual ones.', {
    role: 'client',
  }),
  ip_san: option(list(ip), 'IP addresses to have in the client’s certificate besides the usual ones.', {
    role: 'client',
  }),
}));
