import { rule } from '../rule.ts';

export const entriesAgentDirectory = rule({
  id: 'entries/agent-directory',
  scope: 'reader',
  source: 'runtime',
  severity: {
    default: 'error',
    warning: 'where only the name of the directory says that an agent reads it',
  },
  options: [],
  docs: {
    summary: 'A config entry is in the directory from which an agent reads its configuration.',
    rationale:
      'The agent takes every file there for options, does not know kind, and does not start. Entries are written with ' +
      '`consul config write`, or are in config_entries.bootstrap (hashicorp/consul#21241).',
    bad: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'etc/consul.d/web.hcl': 'Kind = "service-defaults"\nName = "web"\nProtocol = "http"\n',
    },
    good: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'entries/web.hcl': 'Kind = "service-defaults"\nName = "web"\nProtocol = "http"\n',
    },
  },
});
