import { rule } from '../rule.ts';
export const checksRemoteScripts = rule({
  scope: 'agent',
  source: 'consul',
  id: 'checks/remote-scripts',
  severity: 'warning',
  needsWholeConfig: true,
  options: ['enable_script_checks', 'acl.enabled', 'http_config.allow_write_http_from'],
  docs: {
    summary:
      'Whoever reaches the HTTP API can register a check that runs commands, unless ACLs or an allow-list stand in the way.',
  },
  run: ({ config }, report) => {
    const path = 'enable_script_checks';
    const guarded =
      config.bool('acl.enabled') || config.strings('http_config.allow_write_http_from').length > 0;
    if (!config.bool(path) || guarded) return;
    report({
      path,
      message: `${path} lets everybody who reaches the HTTP API run commands on this host: neither ACLs nor http_config.allow_write_http_from guard it. Use enable_local_script_checks`,
    });
  },
});
