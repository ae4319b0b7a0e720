import { firstBlock, isPublicKey } from '../../model/grammar/pem.ts';
import { each } from '../../model/value-path.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { exampleOf, isAuthorizing, method } from './support/auto-config-authorization.ts';

const algorithms = ['RS', 'ES', 'PS'].flatMap((family) => ['256', '384', '512'].map((size) => family + size));

export const autoConfigJwt = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/jwt',
  severity: 'error',
  options: [`${method}.jwt_validation_pub_keys[]`, `${method}.jwt_supported_algs[]`],
  docs: {
    summary: 'A key or an algorithm for checking tokens is not one that the agent supports.',
    rationale:
      'jwt_validation_pub_keys are public keys in PEM. jwt_supported_algs are RS, ES or PS with 256, ' +
      '384 or 512, such as ES256. The agent refuses anything else.',
    bad: { 'consul.hcl': exampleOf('jwt_supported_algs = ["HS256"]') },
    good: { 'consul.hcl': exampleOf('jwt_supported_algs = ["ES256"]') },
  },
  run: (subject, report) => {
    if (!isAuthorizing(subject)) return;
    const root = subject.config.resolved;
    each(root, `${method}.jwt_validation_pub_keys[]`, (value, path) => {
      if (value.kind !== 'string' || isPublicKey(value.value)) return;
      const what = firstBlock(value.value) ? 'a PEM block of another type' : 'not PEM';
      report({ path, value, message: `${path} must be a public key in PEM, but is ${what}` });
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
});
