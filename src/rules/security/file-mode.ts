import { secretsIn } from '../../subjects/agent/secrets.ts';
import { rule } from '../rule.ts';

export const fileMode = rule({
  id: 'security/file-mode',
  scope: 'node',
  source: 'host',
  severity: 'error',
  options: [],
  docs: {
    summary: 'A file with a key or token can be read by every account of the machine.',
    rationale:
      'Consul reads such a file without a warning, also with mode 0666. Whoever can read the gossip key can join the cluster. ' +
      'Checked only on the machine itself: a checkout has other modes.',
    bad: {
      'etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nencrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="\n',
      modes: 'etc/consul.d/consul.hcl 0644\n',
    },
    good: {
      'etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nencrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="\n',
      modes: 'etc/consul.d/consul.hcl 0640\n',
    },
  },
  run({ files, facts }, report) {
    for (const file of files) {
      const [secret] = secretsIn(file);
      if (!secret) continue;
      const { mode } = facts(file.source.file);
      if (mode === undefined || (mode & 0o006) === 0) continue;
      const shown = (mode & 0o777).toString(8).padStart(4, '0');
      report({
        at: secret.at,
        path: secret.path,
        message: `${secret.path} is in a file of mode ${shown}, which every account of this machine can ${mode & 0o002 ? 'change' : 'read'}; chmod 0640 it, owned by root and the group of Consul`,
      });
    }
  },
});
