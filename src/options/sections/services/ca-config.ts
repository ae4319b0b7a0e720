/** Settings of the mesh's certificate authority: those of every provider, then each one's own. */
import { dirPath, filePath } from '../../grammars/names.ts';
import { hostname, url } from '../../grammars/network.ts';
import { pem } from '../../grammars/secrets.ts';
import { duration } from '../../grammars/time.ts';
import { any, block, bool, float, int, map, string, words } from '../../kinds.ts';
import { option, section } from '../../option.ts';

const authMethod = section(() => ({
  type: option(string, 'Kind of login, such as `kubernetes`, `aws` or `approle`.', { aliases: ['Type'] }),
  mount_path: option(string, 'Where the login is mounted in Vault, if not at its usual place.', {
    aliases: ['MountPath'],
  }),
  params: option(map(any), 'What the login needs; depends on its type.', { aliases: ['Params'] }),
}));

const common = section(() => ({
  leaf_cert_ttl: option(duration, 'Lifetime of the certificates of services; from 1 h to 8760 h.', {
    default: '72h',
    aliases: ['LeafCertTTL'],
  }),
  intermediate_cert_ttl: option(
    duration,
    'Lifetime of intermediate certificates: 3 h at least, and three times that of the services’.',
    { default: '8760h', aliases: ['IntermediateCertTTL'] },
  ),
  root_cert_ttl: option(duration, 'Lifetime of a root certificate that the provider makes.', {
    default: '87600h',
    aliases: ['RootCertTTL'],
  }),
  private_key_type: option(
    words(['ec', 'rsa'], { refusedBy: 'validate' }),
    'Algorithm of the keys that the provider makes.',
    {
      default: 'ec',
      aliases: ['PrivateKeyType'],
    },
  ),
  private_key_bits: option(int, 'Size of those keys: 224, 256, 384 or 521 for ec, 2048 or 4096 for rsa.', {
    default: 256,
    aliases: ['PrivateKeyBits'],
  }),
  csr_max_per_second: option(float, 'Certificates signed per second at most; 0 lifts the limit.', {
    default: 50,
    aliases: ['CSRMaxPerSecond'],
  }),
  csr_max_concurrent: option(
    int,
    'Certificates signed at the same time at most, where there are cores to spare; 0 for no limit.',
    {
      default: 0,
      aliases: ['CSRMaxConcurrent'],
    },
  ),
  SkipValidate: option(bool, 'For Consul’s own tests: leaves out the checks of the settings above.', {
    internal: true,
  }),
}));

const builtIn = section(() => ({
  private_key: option(
    pem,
    'Key of the root certificate, where the built-in authority must not generate one.',
    {
      secret: true,
      aliases: ['PrivateKey'],
    },
  ),
  root_cert: option(pem, 'Root certificate for private_key.', { aliases: ['RootCert'] }),
  DisableCrossSigning: option(
    bool,
    'For Consul’s own tests: rotates roots without a cross-signed certificate.',
    {
      internal: true,
    },
  ),
}));

const vault = section(() => ({
  address: option(url, 'Where Vault answers.', { aliases: ['Address'] }),
  token: option(string, 'Token for Vault; the alternative to auth_method.', {
    secret: true,
    aliases: ['Token'],
  }),
  auth_method: option(
    block('VaultAuthMethod', authMethod, { free: 'open', weak: true }),
    'Login to Vault that yields a token by itself.',
    {
      aliases: ['AuthMethod'],
    },
  ),
  root_pki_path: option(
    string,
    'Mount of the PKI engine for the root; in the primary datacenter it is required.',
    {
      aliases: ['RootPKIPath'],
    },
  ),
  intermediate_pki_path: option(
    string,
    'Mount of the PKI engine for the intermediate certificates; required.',
    {
      aliases: ['IntermediatePKIPath'],
    },
  ),
  namespace: option(string, 'Vault namespace for everything for which no other is given.', {
    aliases: ['Namespace'],
  }),
  root_pki_namespace: option(string, 'Vault namespace of root_pki_path.', { aliases: ['RootPKINamespace'] }),
  intermediate_pki_namespace: option(string, 'Vault namespace of intermediate_pki_path.', {
    aliases: ['IntermediatePKINamespace'],
  }),
  ca_file: option(filePath, 'CA certificate that vouches for Vault.', { aliases: ['CAFile'] }),
  ca_path: option(dirPath, 'Directory of CA certificates that vouch for Vault.', { aliases: ['CAPath'] }),
  cert_file: option(filePath, 'Client certificate to show to Vault.', { aliases: ['CertFile'] }),
  key_file: option(filePath, 'Key of the client certificate.', { aliases: ['KeyFile'] }),
  tls_server_name: option(hostname, 'Name that Vault’s certificate must carry.', {
    aliases: ['TLSServerName'],
  }),
  tls_skip_verify: option(bool, 'Believes any certificate of Vault. For trials only.', {
    aliases: ['TLSSkipVerify'],
  }),
}));

const aws = section(() => ({
  existing_arn: option(string, 'ARN of a private CA to use instead of a new one.', {
    aliases: ['ExistingARN'],
  }),
  delete_on_exit: option(bool, 'Deletes the private CA when the last server stops. For tests only.', {
    aliases: ['DeleteOnExit'],
  }),
}));

export const caConfig = section(() => ({ ...common(), ...builtIn(), ...vault(), ...aws() }));
