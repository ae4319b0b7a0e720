import { needsClientCertificate, openListener } from '../../subjects/agent/listeners.ts';
import { aclsEnabled, isFragment, maySetElsewhere } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';
import { reportPublished } from './support/published-api.ts';

export const openHttp = rule({
  id: 'security/open-http',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'warning',
    error:
      'where enable_script_checks is true and http_config.allow_write_http_from is empty, so that whoever ' +
      'reaches the API can run commands, and no other file can turn ACLs on',
    info: 'where files that its container mounts, which decide about it, are not at hand',
  },
  runWhenUnset: true,
  options: ['client_addr', 'addresses.http', 'addresses.https', 'acl.enabled', 'tls.https.verify_incoming'],
  docs: {
    summary: 'The HTTP API is open to the network and does not require a token.',
    rationale:
      'Without ACLs whoever reaches the port reads and writes KV, deregisters services, and with script checks on ' +
      'runs commands. 121 of 214 public repositories are like that.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nclient_addr = "0.0.0.0"\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nclient_addr = "0.0.0.0"\n\nacl {\n  enabled = true\n' +
        '  default_policy = "deny"\n}\n',
    },
  },
  run(node, report) {
    const { config, container } = node;
    if (aclsEnabled(config)) return;
    if (container?.published) return reportPublished(node, container, report);
    const plain = openListener(config, 'http');
    const open = plain ?? (needsClientCertificate(config) ? undefined : openListener(config, 'https'));
    if (!open) return;
    const scripts =
      config.bool('enable_script_checks') === true &&
      config.strings('http_config.allow_write_http_from').length === 0;
    const isPart = isFragment(node);
    const mayBeOn = isPart || maySetElsewhere(node, 'acl.enabled');
    const closed = plain ? '' : ', or require client certificates with tls.https.verify_incoming = true';
    report({
      at: config.at(open.path),
      path: open.path,
      ...(scripts && !isPart && { severity: 'error' }),
      message:
        `the ${plain ? 'HTTP' : 'HTTPS'} API listens on ${open.address}${mayBeOn ? ': unless another file turns ACLs on, ' : ' and ACLs are off: '}` +
        'whoever reaches it ' +
        `${plain ? '' : 'needs no certificate, and '}can read and change everything` +
        `${scripts ? ', and run commands through script checks' : ''}; write client_addr = "127.0.0.1", or turn ACLs ` +
        `on with default_policy "deny"${closed}`,
    });
  },
});
