/** Reads `tls`, `acl`, `federation` and `patroni`, whose shape was checked, and says what of them cannot be. */
import type { Finding } from '../../finding.ts';
import { token } from '../../options/grammars/names.ts';
import { option, section } from '../../options/option.ts';
import { acl as aclOptions } from '../../options/sections/acl.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { type ReadOptions, readReferences } from '../references.ts';
import { at, boolAt, numberAt, stringAt, stringsAt, wordsAt } from '../values.ts';
import {
  type Federation,
  type Patroni,
  type Pattern,
  type Security,
  type Tls,
  usualPatroni,
} from './security.ts';

type Context = Pick<ReadOptions, 'literals' | 'findings'>;

const patroniOptions = section(() => ({
  token: option(token, 'The ACL token of Patroni.', { secret: true }),
}));

export function readSecurity(root: ObjectValue, context: Context): Security {
  const [tls, acl, federation, patroni] = ['tls', 'acl', 'federation', 'patroni'].map((name) =>
    objectAt(root, name),
  );
  if (patroni && !wordsAt(root, 'profile').includes('patroni'))
    context.findings.push(withoutProfile(patroni));
  return {
    tls: tls && readTls(tls),
    acl: acl && readReferences(acl, { ...context, section: aclOptions() }),
    federation: federation && readFederation(federation),
    patroni: patroni && readPatroni(readReferences(patroni, { ...context, section: patroniOptions() })),
  };
}

function objectAt(root: ObjectValue, name: string): ObjectValue | undefined {
  const value = at(root, name);
  return value?.kind === 'object' ? value : undefined;
}

const directory = '/etc/consul.d/tls';

function readTls(tls: ObjectValue): Tls {
  const pattern = (name: string, usual: string): Pattern => patternAt(tls, name) ?? { text: usual, at: tls };
  const https = at(tls, 'https');
  return {
    at: tls,
    ca: pattern('ca', `${directory}/ca.pem`),
    cert: pattern('cert', `${directory}/{node}.pem`),
    key: pattern('key', `${directory}/{node}-key.pem`),
    clients: (stringAt(tls, 'clients') as Tls['clients'] | undefined) ?? 'certificates',
    https: https?.kind === 'bool' ? undefined : (numberAt(tls, 'https') ?? 8501),
    verifyIncomingHttps: boolAt(tls, 'verify_incoming_https') === true,
    introTokenFile: patternAt(tls, 'intro_token_file'),
  };
}

function patternAt(parent: Value, name: string): Pattern | undefined {
  const value = at(parent, name);
  return value?.kind === 'string' ? { text: value.value, at: value } : undefined;
}

const readFederation = (federation: ObjectValue): Federation => ({
  at: federation,
  primary: stringAt(federation, 'primary')?.toLowerCase(),
  throughGateways: stringAt(federation, 'via') === 'mesh_gateways',
  primaryGateways: stringsAt(federation, 'primary_gateways'),
});

function readPatroni(patroni: ObjectValue): Patroni {
  const secret = at(patroni, 'token');
  return {
    scopes: wordsAt(patroni, 'scope'),
    namespace: stringAt(patroni, 'namespace') ?? usualPatroni.namespace,
    registerService: boolAt(patroni, 'register_service') === true,
    consistency: stringAt(patroni, 'consistency'),
    token: secret?.kind === 'string' ? secret : undefined,
    group: stringAt(patroni, 'group') ?? usualPatroni.group,
  };
}

const withoutProfile = (patroni: ObjectValue): Finding => ({
  rule: 'manifest/invalid',
  severity: 'error',
  message: '`patroni` says how Patroni uses this store; it wants profile: patroni beside it',
  at: patroni,
  path: 'patroni',
});
