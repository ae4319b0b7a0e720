import { aclsEnabled } from '../../subjects/agent/predicates.ts';
import { tokenPaths, tokensOf } from '../../subjects/agent/tokens.ts';
import { sha256 } from '../../util/sha256.ts';
import { rule } from '../rule.ts';
import { publishedTokens } from './support/published-tokens.ts';

export const publishedToken = rule({
  id: 'acl/published-token',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  supersedes: ['acl/token-form'],
  options: tokenPaths,
  docs: {
    summary: 'An ACL token is published in a guide.',
    rationale:
      'A token is nothing but the knowledge of its text, and the text is in the documentation, in a test suite or in a guide: ' +
      'whoever reaches the API has its rights, and as initial_management token it may do everything. The rule has the SHA-256 ' +
      'of such tokens only.',
    bad: { 'consul.hcl': example('b1gs33cr3t') },
    good: { 'consul.hcl': example('2c7f0f5e-6d1e-4f0c-9a57-3b0c1f7a9e55') },
  },
  run(node, report) {
    const { config } = node;
    if (!aclsEnabled(config)) return;
    const published = tokensOf(node).filter(({ secret }) => isPublished(secret.trim().toLowerCase()));
    for (const secret of new Set(published.map((token) => token.secret))) {
      const [first, ...others] = published.filter((token) => token.secret === secret);
      report({
        at: config.at(first!.path),
        path: first!.path,
        message:
          'this token is published in documentation or a guide, so whoever reaches the API has its rights; generate your ' +
          'own with `uuidgen`, or create one with `consul acl token create`, and delete this one in a cluster that has it',
        related: others.map(({ path }) => ({ at: config.at(path), message: `${path} is the same token` })),
      });
    }
  },
});

const known = new Map<string, boolean>();

/** The agents of a cluster have few tokens between them, so the answers are kept. */
function isPublished(secret: string): boolean {
  const found = known.get(secret) ?? publishedTokens.has(sha256(secret));
  known.set(secret, found);
  return found;
}

function example(token: string): string {
  return (
    'data_dir = "/var/lib/consul"\nserver = true\n\nacl {\n  enabled = true\n  default_policy = "deny"\n\n  tokens {' +
    `\n    initial_management = "${token}"\n  }\n}\n`
  );
}
