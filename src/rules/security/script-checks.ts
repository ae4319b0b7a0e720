import { needsClientCertificate } from '../../subjects/agent/listeners.ts';
import { aclsEnabled, maySetElsewhere } from '../../subjects/agent/predicates.ts';
import { renameKey } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const scriptChecks = rule({
  id: 'security/script-checks',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'error',
    warning: 'where files that are not at hand, or other things that start the agent, may turn ACLs on',
  },
  fix: 'unsafe',
  supersedes: ['checks/remote-scripts'],
  options: ['enable_script_checks', 'enable_local_script_checks', 'http_config.allow_write_http_from'],
  docs: {
    summary: 'Whoever reaches the HTTP API can run commands on this machine.',
    rationale:
      'enable_script_checks lets checks with commands be registered over HTTP. Without ACLs and without ' +
      'http_config.allow_write_http_from that is remote code execution, and it is exploited. ' +
      'enable_local_script_checks runs only those from files.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nenable_script_checks = true\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nenable_local_script_checks = true\n' },
  },
  run(node, report) {
    const { config } = node;
    if (config.bool('enable_script_checks') !== true || aclsEnabled(config)) return;
    if (config.strings('http_config.allow_write_http_from').length > 0) return;
    if ((config.number('ports.http') ?? 0) <= 0 && needsClientCertificate(config)) return;
    const member = config.written.members.get('enable_script_checks');
    const isFree = config.get('enable_local_script_checks') === undefined;
    const mayHaveAcls = maySetElsewhere(node, 'acl.enabled', 'acl');
    report({
      at: config.at('enable_script_checks'),
      path: 'enable_script_checks',
      ...(mayHaveAcls && { severity: 'warning' }),
      message:
        `enable_script_checks without ACLs${mayHaveAcls ? ', unless something else turns them on' : ''}: whoever reaches the HTTP API runs commands on this machine; write ` +
        'enable_local_script_checks = true instead, which runs checks from files only',
      ...(member &&
        isFree && {
          fix: {
            title: 'Allow only script checks from files',
            safe: false,
            sets: ['enable_local_script_checks'],
            edits: [renameKey(member, 'enable_local_script_checks')],
          },
        }),
    });
  },
});
