import { runningCluster } from '../../options/in-force.ts';
import { sha256 } from '../../util/sha256.ts';
import { rule } from '../rule.ts';
import { publishedKeys } from './support/published-keys.ts';

export const publishedKey = rule({
  id: 'gossip/published-key',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['encrypt'],
  docs: {
    summary: 'The gossip key is published in a guide.',
    rationale:
      'A key that is copied from a guide protects nothing, because anyone can know it. The rule has the SHA-256 of such ' +
      'keys only. One of three public repositories with a key has it in plain text.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nencrypt = "cg8StVXbQJ0gPvMd9o7yrg=="\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nencrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="\n',
    },
  },
  run({ config }, report) {
    const key = config.string('encrypt');
    if (!key || !isPublished(key.trim())) return;
    report({
      at: config.at('encrypt'),
      path: 'encrypt',
      message:
        'this gossip key is published in a guide, so anyone can know it and join; generate your own with `consul keygen`' +
        runningCluster('encrypt', 'NEW'),
    });
  },
});

/** All agents of a cluster have one key, so the answer is kept. */
let last: { readonly key: string; readonly published: boolean } | undefined;

function isPublished(key: string): boolean {
  if (last?.key !== key) last = { key, published: publishedKeys.has(sha256(key)) };
  return last.published;
}
