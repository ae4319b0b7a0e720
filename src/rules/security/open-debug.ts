import { needsClientCertificate, openListener } from '../../subjects/agent/listeners.ts';
import { aclsEnabled, isFragment } from '../../subjects/agent/predicates.ts';
import { replaceValue } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const openDebug = rule({
  id: 'security/open-debug',
  scope: 'node',
  source: 'runtime',
  severity: { default: 'warning', info: 'where another file may turn ACLs on' },
  options: ['enable_debug', 'client_addr', 'addresses.http', 'addresses.https', 'acl.enabled'],
  fix: 'unsafe',
  docs: {
    summary: 'Whoever reaches the HTTP API can profile the agent.',
    rationale:
      'With enable_debug the endpoints below /debug/pprof answer without a token as long as ACLs are off: cmdline shows the ' +
      'flags of the agent, secrets among them, and profile and trace take CPU time for as long as the request asks. Without it ' +
      'they are 404. With ACLs they take operator:read, whatever enable_debug is (1.16.4, 1.20.2 and 1.23).',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nclient_addr = "0.0.0.0"\nenable_debug = true\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nclient_addr = "127.0.0.1"\nenable_debug = true\n' },
  },
  run(node, report) {
    const { config } = node;
    const path = 'enable_debug';
    const written = config.value(path);
    if (!written || config.bool(path) !== true || aclsEnabled(config)) return;
    const open =
      openListener(config, 'http') ??
      (needsClientCertificate(config) ? undefined : openListener(config, 'https'));
    if (!open) return;
    const isPart = isFragment(node);
    report({
      at: written,
      path,
      ...(isPart && { severity: 'info' }),
      message:
        `enable_debug is true${isPart ? '' : ', ACLs are off'} and the API listens on ${open.address}: ` +
        `${isPart ? 'unless another file turns ACLs on, ' : ''}whoever reaches it can read the command ` +
        'line of the agent and slow it down with profiles; write false, and turn it on while you look for a fault',
      fix: { title: 'Close the profiling endpoints', safe: false, edits: [replaceValue(written, 'false')] },
    });
  },
});
