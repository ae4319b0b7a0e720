import { rule } from '../rule.ts';

export const silentlyDropped = rule({
  id: 'syntax/silently-dropped',
  scope: 'reader',
  source: 'consul',
  severity: { default: 'error', warning: 'in `validate`, since the agent accepts it' },
  options: [],
  fix: 'safe',
  docs: {
    summary: 'The agent drops a part of the file without an error.',
    rationale:
      'In a .hcl file that starts with { one missing comma ends the reading: every later key is lost, and the agent starts, ' +
      'as a client, without gossip encryption (hashicorp/consul#6209). Text after the closing brace and a "key =" at ' +
      'the end of a file are lost too.',
    bad: {
      'consul.hcl': '{\n  "data_dir": "/var/lib/consul",\n  "ports": { "http": 8500 }\n  "server": true\n}\n',
    },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n\nports {\n  http = 8500\n}\n' },
  },
});
