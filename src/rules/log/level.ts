import { startupRule } from '../forms/startup.ts';

export const logLevel = startupRule({
  id: 'log/level',
  options: ['log_level', 'syslog_facility'],
  summary: 'The log level or the syslog facility is not a word that Consul knows.',
  rationale:
    'The agent sets up its log first, and exits with an unknown level, or with an unknown facility where syslog is on. ' +
    '`consul validate` checks neither.',
  bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nlog_level = "VERBOSE"\n' },
  good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nlog_level = "DEBUG"\n' },
  // Without syslog the facility is not read.
  ignores: ({ path, node }) => path === 'syslog_facility' && node.config.bool('enable_syslog') !== true,
});
