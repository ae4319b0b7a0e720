/** The certificate authority of the mesh. Nothing of it is checked where no provider is named. */
import { caConfig } from '../../options/sections/ca-config.ts';
import type { ObjectValue } from '../../text/value.ts';
import { formatDuration, hour } from '../grammar/duration.ts';
import { isIpv4, parseCidr } from '../grammar/ip.ts';
import { boolAt, find, numberAt, objectAt, stringAt } from '../select.ts';
import { decodeWeak } from '../weak.ts';
import { type Check, quote, type Report, type Subject } from './check.ts';
import { oneOf, texts } from './values.ts';

const root = 'connect.ca_config';
const providers = ['consul', 'vault', 'aws-pca'];

const provider: Check = texts({
  id: 'agent/ca-provider',
  options: ['connect.ca_provider'],
  docs: 'Who signs the certificates of the mesh.',
  wants: oneOf(providers),
  accepts: (text) => text === '' || providers.includes(text),
});

const providerOf = ({ config }: Subject): string => config.string('connect.ca_provider') ?? '';
const checksSettings = (subject: Subject): boolean => providers.includes(providerOf(subject));

/** The settings as the provider reads them; those of a wrong type left out. */
function settingsOf(
  { config, agent }: Subject,
  onType: (path: string) => void = () => {},
): ObjectValue | undefined {
  const raw = objectAt(config.resolved, root);
  return (
    raw &&
    decodeWeak(
      raw,
      caConfig(),
      { version: agent.version, open: true, onFault: ({ path }) => onType(path) },
      root,
    )
  );
}

const types: Check = {
  id: 'agent/ca-config-type',
  severity: 'error',
  options: [root],
  docs: 'Settings of the authority are read leniently, but a duration must be one, and a number one.',
  run: (subject, report) => {
    if (!checksSettings(subject)) return;
    settingsOf(subject, (path) =>
      report({
        path,
        message: `${path} cannot be read as what it should be; durations are Go durations such as "72h", numbers whole`,
      }),
    );
  },
};

interface Times {
  readonly leaf: number;
  readonly intermediate: number;
  readonly root: number;
}

const hours = (count: number): number => count * Number(hour);

function timesOf(settings: ObjectValue | undefined): Times {
  return {
    leaf: numberAt(settings, 'leaf_cert_ttl') ?? hours(72),
    intermediate: numberAt(settings, 'intermediate_cert_ttl') ?? hours(8760),
    root: numberAt(settings, 'root_cert_ttl') ?? hours(87600),
  };
}

const show = (nanoseconds: number): string => formatDuration(BigInt(nanoseconds));

const skips = (settings: ObjectValue | undefined): boolean => boolAt(settings, 'SkipValidate') === true;

const lifetimes: Check = {
  id: 'agent/ca-lifetimes',
  severity: 'error',
  options: ['leaf_cert_ttl', 'intermediate_cert_ttl', 'root_cert_ttl'].map((key) => `${root}.${key}`),
  docs: 'A certificate outlives those that it signs: services 1h to 8760h (24h at least for aws-pca), intermediates three times that and 3h at least, the root no less than they.',
  run: (subject, report) => {
    if (!checksSettings(subject)) return;
    const settings = settingsOf(subject);
    const times = timesOf(settings);
    if (!skips(settings)) reportLifetimes(times, report);
    if (providerOf(subject) === 'aws-pca' && times.leaf < hours(24)) {
      report({
        path: `${root}.leaf_cert_ttl`,
        message: `${root}.leaf_cert_ttl is ${show(times.leaf)}, and AWS signs nothing for less than 24h`,
      });
    }
  },
};

function reportLifetimes({ leaf, intermediate, root: rootTime }: Times, report: Report): void {
  const [leafPath, intermediatePath, rootPath] = lifetimes.options as [string, string, string];
  if (rootTime < intermediate) {
    report({
      path: rootPath,
      message: `${rootPath} (${show(rootTime)}) is shorter than intermediate_cert_ttl (${show(intermediate)}), which the root signs; raise it`,
      related: [{ path: intermediatePath, message: 'the lifetime of intermediates' }],
    });
  }
  if (leaf < hours(1) || leaf > hours(8760))
    report({ path: leafPath, message: `${leafPath} must be from 1h to 8760h, not ${show(leaf)}` });
  if (intermediate < hours(3))
    report({
      path: intermediatePath,
      message: `${intermediatePath} must be 3h or more, not ${show(intermediate)}`,
    });
  else if (intermediate < 3 * leaf) {
    report({
      path: intermediatePath,
      message: `${intermediatePath} (${show(intermediate)}) must be at least three times leaf_cert_ttl (${show(leaf)})`,
      related: [{ path: leafPath, message: 'the lifetime of services’ certificates' }],
    });
  }
}

type KeySizes = Readonly<Record<string, readonly number[]>>;

const keySizes: KeySizes = { ec: [224, 256, 384, 521], rsa: [2048, 4096] };
const awsKeySizes: KeySizes = { ec: [256], rsa: [2048, 4096] };

const privateKeys: Check = {
  id: 'agent/ca-private-key',
  severity: 'error',
  options: [`${root}.private_key_type`, `${root}.private_key_bits`],
  docs: 'Keys are ec with 224, 256, 384 or 521 bits, or rsa with 2048 or 4096. AWS takes ec with 256 only. The default is ec with 256, so rsa needs its bits, too.',
  run: (subject, report) => {
    if (!checksSettings(subject)) return;
    const settings = settingsOf(subject);
    const isAws = providerOf(subject) === 'aws-pca';
    if (skips(settings) && !isAws) return;
    const type = stringAt(settings, 'private_key_type')?.value ?? 'ec';
    const bits = numberAt(settings, 'private_key_bits') ?? 256;
    const table = isAws ? awsKeySizes : keySizes;
    const sizes = Object.hasOwn(table, type) ? table[type] : undefined;
    const path = `${root}.private_key_${sizes ? 'bits' : 'type'}`;
    if (!sizes) report({ path, message: `${path} must be "ec" or "rsa", not ${quote(type)}` });
    else if (!sizes.includes(bits))
      report({ path, message: `${path} must be ${sizes.join(', ')} for ${type} keys, not ${bits}` });
  },
};

const builtIn: Check = {
  id: 'agent/ca-root-key',
  severity: 'error',
  options: [`${root}.root_cert`, `${root}.private_key`],
  docs: 'The built-in authority signs with the key of its root certificate, so it needs both.',
  run: (subject, report) => {
    if (providerOf(subject) !== 'consul') return;
    const settings = settingsOf(subject);
    if (!stringAt(settings, 'root_cert')?.value || stringAt(settings, 'private_key')?.value) return;
    report({
      path: `${root}.root_cert`,
      message: `${root}.root_cert is given without private_key, so the authority could not sign; give both, or neither`,
    });
  },
};

const vault: Check = {
  id: 'agent/ca-vault',
  severity: 'error',
  options: [
    'connect.ca_provider',
    ...['token', 'auth_method', 'root_pki_path', 'intermediate_pki_path'].map((key) => `${root}.${key}`),
  ],
  docs: 'Vault wants a token or a login, and the mounts of its PKI engines. The root’s mount is needed in the primary datacenter; before 1.17 everywhere.',
  run: (subject, report) => {
    if (providerOf(subject) !== 'vault') return;
    const { config, isAtLeast } = subject;
    const settings = settingsOf(subject);
    const isSet = (key: string): boolean => Boolean(stringAt(settings, key)?.value);
    const login = find(settings, 'auth_method') !== undefined;
    if (!isSet('token') && !login)
      report({ path: root, message: `${root} needs a token or an auth_method for Vault` });
    if (isSet('token') && login)
      report({
        path: `${root}.token`,
        message: `${root} has a token and an auth_method for Vault; keep one`,
        related: [{ path: `${root}.auth_method`, message: 'the login' }],
      });
    const isPrimary = config.string('primary_datacenter') === config.string('datacenter');
    if (!isSet('root_pki_path') && (isPrimary || !isAtLeast('1.17')))
      report({
        path: root,
        message: `${root} needs root_pki_path: the mount of the PKI engine for the root`,
      });
    if (!isSet('intermediate_pki_path'))
      report({
        path: root,
        message: `${root} needs intermediate_pki_path: the mount of the PKI engine for intermediates`,
      });
  },
};

const cidrSizes = [
  ['virtual_ip_cidr_v4', 30],
  ['virtual_ip_cidr_v6', 126],
] as const;

const virtualIps: Check = {
  id: 'agent/virtual-ip-cidr',
  severity: 'error',
  since: '1.22.3',
  options: cidrSizes.map(([key]) => `connect.${key}`),
  docs: 'Networks for virtual addresses: of the right family, with room for addresses.',
  run: ({ config }, report) => {
    for (const [key, longest] of cidrSizes) {
      const path = `connect.${key}`;
      const text = config.string(path) ?? '';
      if (text !== '' && !fitsFamily(text, longest))
        report({
          path,
          message: `${path} must be an ${longest === 30 ? 'IPv4' : 'IPv6'} network with a prefix of ${longest} at most, not ${quote(text)}`,
        });
    }
  },
};

function fitsFamily(text: string, longest: number): boolean {
  const network = parseCidr(text);
  if (!network) return false;
  const prefix = Number(text.slice(text.indexOf('/') + 1));
  return isIpv4(network.ip) === (longest === 30) && prefix <= longest;
}

export const ca: readonly Check[] = [provider, types, lifetimes, privateKeys, builtIn, vault, virtualIps];
