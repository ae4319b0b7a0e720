import { rule } from '../rule.ts';
export const checksRemoteScripts = rule({
  scope: 'agent',
  source: 'consul',
  id: 'checks/remote-scripts',
  severity: 'warning',
  needsWholeConfig: true,
  options: ['enable_script_checks', 'acl.enabled', 'http_config.allow_write_http_from'],
  docs: {
    summary: 'Anyone who can reach the HTTP API can run commands on this host.',
    rationale:
      'With enable_script_checks, checks that run commands can be registered through the HTTP API. The ' +
      'agent warns unless ACLs are on or http_config.allow_write_http_from limits writes. ' +
      'enable_local_script_checks allows them in configuration files only.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nenable_script_checks = true\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nenable_local_script_checks = true\n',
    },
  },
  run: ({ config }, report) => {
    const path = 'enable_script_checks';
    const guarded =
      config.bool('acl.enabled') || config.strings('http_config.allow_write_http_from').length > 0;
    if (!config.bool(path) || guarded) return;
    report({
      path,
      message: `${path} lets anyone who reaches the HTTP API run commands on this host, because ACLs are off and http_config.allow_write_http_from is empty; write enable_local_script_checks instead`,
    });
  },
});
