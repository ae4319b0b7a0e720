import { canReadKeys, readCertificate } from '../../model/grammar/pem.ts';
import { rule } from '../rule.ts';
import { authorization, exampleOf, isAuthorizing, method } from './support/auto-config-authorization.ts';

const sources = ['jwt_validation_pub_keys', 'jwks_url', 'oidc_discovery_url'].map(
  (key) => `${method}.${key}`,
);

export const autoConfigKeys = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/keys',
  severity: { default: 'error', info: 'of a URL, since whether it can be fetched is not checked' },
  options: [
    `${authorization}.enabled`,
    ...sources,
    `${method}.jwks_ca_cert`,
    `${method}.oidc_discovery_ca_cert`,
  ],
  docs: {
    summary: 'The keys for checking tokens do not come from exactly one source.',
    rationale:
      'The agent refuses auto_config.authorization.static unless exactly one of ' +
      'jwt_validation_pub_keys, jwks_url and oidc_discovery_url is set. A CA certificate needs the URL ' +
      'that it belongs to. The agent fetches a URL when it loads its configuration and refuses it when ' +
      'that fails.',
    bad: { 'consul.hcl': exampleOf('oidc_discovery_url = "https://login.example.com"') },
    good: { 'consul.hcl': exampleOf() },
  },
  run: (subject, report) => {
    if (!isAuthorizing(subject)) return;
    const { config } = subject;
    const given = sources.filter((path) => config.string(path) || config.strings(path).length > 0);
    if (given.length !== 1) {
      report({
        path: given[1] ?? method,
        message: `${method} needs exactly one of jwt_validation_pub_keys, jwks_url and oidc_discovery_url, but has ${given.length === 0 ? 'none' : given.length}`,
      });
    }
    for (const [certificate, url] of [
      ['jwks_ca_cert', 'jwks_url'],
      ['oidc_discovery_ca_cert', 'oidc_discovery_url'],
    ] as const) {
      const [path, urlPath] = [`${method}.${certificate}`, `${method}.${url}`];
      const text = config.string(path);
      if (text && !config.string(urlPath))
        report({ path, message: `${path} belongs to ${urlPath}, which is not set; remove it` });
      else if (text && canReadKeys() && !readCertificate(text))
        report({ path, message: `${path} must be a certificate in PEM` });
      if (config.string(urlPath))
        report({
          path: urlPath,
          info: true,
          message: `${urlPath} is fetched when an agent loads this configuration, which it refuses when that fails; that is not checked here`,
        });
    }
  },
});
