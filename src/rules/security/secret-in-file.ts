import { secretsIn } from '../../subjects/agent/secrets.ts';
import { rule } from '../rule.ts';

export const secretInFile = rule({
  id: 'security/secret-in-file',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A key or token stands in a file under version control.',
    rationale:
      'What is committed is kept for ever and read by everybody with a clone. 56 public repositories have a gossip key in ' +
      'the clear. A file of its own that is not committed, merged by the agent, keeps the rest public.',
    bad: {
      '.git/HEAD': 'ref: refs/heads/main\n',
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nencrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="\n',
    },
    good: {
      '.git/HEAD': 'ref: refs/heads/main\n',
      'consul.hcl': 'data_dir = "/var/lib/consul"\nacl {\n  enabled = true\n}\n',
    },
  },
  run({ files, facts }, report) {
    for (const file of files) {
      const secrets = secretsIn(file);
      // Git is asked only where it matters.
      if (secrets.length === 0 || !facts(file.source.file).tracked) continue;
      for (const { path, at } of secrets) {
        report({
          at,
          path,
          message: `${path} stands in a file that git tracks, and so in every clone; move it to a fragment that is not committed, and make a new one`,
        });
      }
    }
  },
});
