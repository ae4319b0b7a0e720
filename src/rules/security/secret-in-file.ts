import { secretsIn } from '../../subjects/agent/secrets.ts';
import { rule } from '../rule.ts';

export const secretInFile = rule({
  id: 'security/secret-in-file',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A key or token is in a file under version control.',
    rationale:
      'What is committed stays in the history, and in every clone. 56 public repositories have a gossip key in ' +
      'the clear. A separate file that is not committed, merged by the agent, lets the rest be public.',
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
          message: `${path} is in a file that git tracks, and so in every clone; make a new one, in a file that is not committed`,
        });
      }
    }
  },
});
