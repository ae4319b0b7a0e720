import { needsClientCertificate, openListener } from '../../subjects/agent/listeners.ts';
import { aclsEnabled, maySetElsewhere } from '../../subjects/agent/predicates.ts';
import { type Container, publishedAs } from '../../subjects/container.ts';
import type { Node } from '../../subjects/subjects.ts';
import { type Report, rule } from '../rule.ts';

export const openHttp = rule({
  id: 'security/open-http',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'warning',
    error:
      'where enable_script_checks is true and http_config.allow_write_http_from is empty, so that whoever ' +
      'reaches the API can run commands',
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
    if (container?.published) return inContainer(node, container, report);
    const plain = openListener(config, 'http');
    const open = plain ?? (needsClientCertificate(config) ? undefined : openListener(config, 'https'));
    if (!open) return;
    const scripts =
      config.bool('enable_script_checks') === true &&
      config.strings('http_config.allow_write_http_from').length === 0;
    const closed = plain ? '' : ', or require client certificates with tls.https.verify_incoming = true';
    report({
      at: config.at(open.path),
      path: open.path,
      ...(scripts && { severity: 'error' }),
      message:
        `the ${plain ? 'HTTP' : 'HTTPS'} API listens on ${open.address} and ACLs are off: whoever reaches it ` +
        `${plain ? '' : 'needs no certificate, and '}can read and change everything` +
        `${scripts ? ', and run commands through script checks' : ''}; write client_addr = "127.0.0.1", or turn ACLs ` +
        `on with default_policy "deny"${closed}`,
    });
  },
});

/** What a container listens on reaches no further than the ports that are published. */
function inContainer(node: Node, container: Container, report: Report): void {
  const { config } = node;
  const plain = openListener(config, 'http');
  const open = plain ?? (needsClientCertificate(config) ? undefined : openListener(config, 'https'));
  const isElsewhere = maySetElsewhere(node, 'acl.enabled');
  if (isElsewhere && container.absent.length === 0) return;
  if (!open && !isElsewhere) return;
  const port = config.number(open && !plain ? 'ports.https' : 'ports.http') ?? 8500;
  const published = publishedAs(container, port);
  if (!published) return;
  const scripts =
    config.bool('enable_script_checks') === true &&
    config.strings('http_config.allow_write_http_from').length === 0;
  const where =
    published.host === undefined || /^[0.:[\]]+$/.test(published.host)
      ? 'all addresses of its host'
      : published.host;
  report({
    at: published.at,
    path: 'client_addr',
    ...(isElsewhere ? { severity: 'info' } : scripts && { severity: 'error' }),
    message:
      `port ${port} is published on ${where}` +
      (isElsewhere
        ? `: unless ${container.absent[0]!.path}, which is not at hand, turns ACLs on, whoever reaches the API there can read and change everything`
        : ` and ACLs are off: whoever reaches the ${plain ? 'HTTP' : 'HTTPS'} API there can read and change everything${scripts ? ', and run commands through script checks' : ''}`) +
      `; write "127.0.0.1:${port}:${port}", or turn ACLs on with default_policy "deny"`,
    ...(open &&
      !isElsewhere && { related: [{ at: config.at(open.path), message: `it listens on ${open.address}` }] }),
  });
}
