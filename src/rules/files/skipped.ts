import { rule } from '../rule.ts';

export const filesSkipped = rule({
  id: 'files/skipped',
  scope: 'reader',
  source: 'consul',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A file in the directory of the configuration is not read.',
    rationale:
      'Of a directory the agent reads the files that end in .json or .hcl, in lower case. It warns of ' +
      'every other file, dot files and backups of editors included; it passes over subdirectories ' +
      'silently.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n',
      'tls.HCL': 'tls {\n  defaults {\n    verify_outgoing = true\n  }\n}\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n',
      'tls.hcl': 'tls {\n  defaults {\n    verify_outgoing = true\n  }\n}\n',
    },
  },
});
