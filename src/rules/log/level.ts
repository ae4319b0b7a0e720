import { startupRule } from '../forms/startup.ts';

export const logLevel = startupRule({
  id: 'log/level',
  options: ['log_level', 'syslog_facility'],
  summary: 'The log level or the syslog facility is no known word.',
  rationale:
    'The agent sets its log up first, and exits there with an unknown level, or with an unknown facility while syslog is on.',
  bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nlog_level = "VERBOSE"\n' },
  good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nlog_level = "DEBUG"\n' },
  // Without syslog its facility is never read.
  ignores: ({ path, node }) => path === 'syslog_facility' && node.config.bool('enable_syslog') !== true,
});
