/** auto_config.authorization: servers check who a client is by a token, before they send it its configuration. */
import type { Value } from '../../text/value.ts';
import { type Match, parseExpression } from '../grammar/bexpr.ts';
import { interpolate } from '../grammar/hil.ts';
import { firstBlock, isPublicKey, readCertificate } from '../grammar/pem.ts';
import { isRe2 } from '../grammar/re2.ts';
import { each, objectAt } from '../select.ts';
import { type Check, quote, type Subject } from './check.ts';

const authorization = 'auto_config.authorization';
const method = `${authorization}.static`;

const isAuthorizing = ({ config }: Subject): boolean => config.bool(`${authorization}.enabled`) === true;

const authorizing: Check = {
  id: 'agent/auto-config-authorization',
  severity: 'error',
  options: [
    `${authorization}.enabled`,
    'server',
    'tls.internal_rpc.cert_file',
    'acl.enable_token_replication',
  ],
  docs: 'Servers authorize clients: they need a certificate, and outside of the primary datacenter replicated tokens.',
  run: (subject, report) => {
    if (!isAuthorizing(subject)) return;
    const { config, server } = subject;
    const path = `${authorization}.enabled`;
    const secondary = config.string('primary_datacenter') !== config.string('datacenter');
    if (config.bool('acl.enabled') && secondary && !config.bool('acl.enable_token_replication')) {
      report({
        path,
        message: `${path} outside of the primary datacenter makes tokens for clients, so with ACLs it needs acl.enable_token_replication`,
      });
    }
    if (!server) report({ path, message: `${path} is for servers; remove it from this client` });
    if (!config.string('tls.internal_rpc.cert_file'))
      report({
        path,
        message: `${path} hands out secrets, so the server needs a certificate: tls.internal_rpc.cert_file and key_file`,
      });
  },
};

const sources = ['jwt_validation_pub_keys', 'jwks_url', 'oidc_discovery_url'].map(
  (key) => `${method}.${key}`,
);

const keySource: Check = {
  id: 'agent/auto-config-keys',
  severity: 'error',
  options: [
    `${authorization}.enabled`,
    ...sources,
    `${method}.jwks_ca_cert`,
    `${method}.oidc_discovery_ca_cert`,
  ],
  docs: 'Tokens are checked by keys from exactly one source; a CA certificate belongs to the URL that it vouches for.',
  run: (subject, report) => {
    if (!isAuthorizing(subject)) return;
    const { config } = subject;
    const given = sources.filter((path) => config.string(path) || config.strings(path).length > 0);
    if (given.length !== 1) {
      report({
        path: given[1] ?? method,
        message: `${method} needs exactly one of jwt_validation_pub_keys, jwks_url and oidc_discovery_url, and has ${given.length === 0 ? 'none' : given.length}`,
      });
    }
    for (const [certificate, url] of [
      ['jwks_ca_cert', 'jwks_url'],
      ['oidc_discovery_ca_cert', 'oidc_discovery_url'],
    ] as const) {
      const [path, urlPath] = [`${method}.${certificate}`, `${method}.${url}`];
      const text = config.string(path);
      if (text && !config.string(urlPath))
        report({ path, message: `${path} vouches for ${urlPath}, which is not set; remove it` });
      else if (text && !readCertificate(text))
        report({ path, message: `${path} must be a certificate in PEM` });
      if (config.string(urlPath))
        report({
          path: urlPath,
          info: true,
          message: `${urlPath} is fetched when the configuration is checked; whether that works is not looked at here`,
        });
    }
  },
};

const algorithms = ['RS', 'ES', 'PS'].flatMap((family) => ['256', '384', '512'].map((size) => family + size));

const keys: Check = {
  id: 'agent/auto-config-jwt',
  severity: 'error',
  options: [`${method}.jwt_validation_pub_keys[]`, `${method}.jwt_supported_algs[]`],
  docs: 'Keys are public keys in PEM; algorithms are RS, ES or PS with 256, 384 or 512 bits.',
  run: (subject, report) => {
    if (!isAuthorizing(subject)) return;
    const root = subject.config.resolved;
    each(root, `${method}.jwt_validation_pub_keys[]`, (value, path) => {
      if (value.kind !== 'string' || isPublicKey(value.value)) return;
      const what = firstBlock(value.value) ? 'another PEM text' : 'no PEM text';
      report({ path, value, message: `${path} must be a public key in PEM, and is ${what}` });
    });
    each(root, `${method}.jwt_supported_algs[]`, (value, path) => {
      if (value.kind !== 'string' || algorithms.includes(value.value)) return;
      report({
        path,
        value,
        message: `${path} must be one of ${algorithms.join(', ')}, not ${quote(value.value)}`,
      });
    });
  },
};

const mappings: Check = {
  id: 'agent/auto-config-claims',
  severity: 'error',
  options: [`${method}.claim_mappings`, `${method}.list_claim_mappings`],
  docs: 'Two claims cannot go by one name.',
  run: (subject, report) => {
    if (!isAuthorizing(subject)) return;
    for (const path of mappings.options) {
      const taken = new Set<string>();
      for (const { value } of objectAt(subject.config.resolved, path)?.members.values() ?? []) {
        if (value.kind !== 'string') continue;
        if (taken.has(value.value))
          report({
            path,
            value,
            message: `${path} maps two claims to ${quote(value.value)}; give each a name of its own`,
          });
        taken.add(value.value);
      }
    }
  },
};

/** What a claim can be asked for by its kind. */
const operators: Readonly<Record<string, readonly Match['operator'][]>> = {
  value: ['equal', 'in', 'matches'],
  list: ['in', 'empty'],
};

const assertions: Check = {
  id: 'agent/auto-config-assertion',
  severity: 'error',
  options: [`${method}.claim_assertions[]`],
  docs: 'An assertion is a filter over value.NAME and list.NAME, in which node, segment and partition are filled in.',
  run: (subject, report) => {
    if (!isAuthorizing(subject)) return;
    each(subject.config.resolved, `${method}.claim_assertions[]`, (value, path) => {
      const fault = assertionFault(value);
      if (fault) report({ path, value, message: `${path} ${fault}` });
    });
  },
};

function assertionFault(value: Value): string | undefined {
  if (value.kind !== 'string') return undefined;
  const filled = interpolate(value.value, { node: 'fake', segment: 'fake', partition: 'fake' });
  if (filled === undefined) return 'fills in something else than the variables node, segment and partition';
  const matches = parseExpression(filled);
  if (!matches) return 'is no filter expression; write one such as value.team == "web"';
  return matches.map(matchFault).find((fault) => fault !== undefined);
}

function matchFault({ selector, operator, value }: Match): string | undefined {
  const [kind = '', ...names] = selector;
  const allowed = Object.hasOwn(operators, kind) ? operators[kind] : undefined;
  if (!allowed || names.length > 1)
    return `asks for ${quote(selector.join('.'))}; there are only value.NAME and list.NAME`;
  const fits = names.length === 1 ? allowed.includes(operator) : operator === 'in' || operator === 'empty';
  if (!fits) return `compares ${quote(selector.join('.'))} in a way that it cannot be compared`;
  return operator === 'matches' && !isRe2(value ?? '') ? `holds a pattern that Go cannot read` : undefined;
}

export const autoConfigAuthorization: readonly Check[] = [authorizing, keySource, keys, mappings, assertions];
