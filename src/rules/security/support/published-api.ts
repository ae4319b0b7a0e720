/** The HTTP API of an agent in a container: it reaches no further than the ports that are published. */
import { type Listener, needsClientCertificate, openListener } from '../../../subjects/agent/listeners.ts';
import { maySetElsewhere } from '../../../subjects/agent/predicates.ts';
import { type Container, type PublishedPort, publishedAs } from '../../../subjects/container.ts';
import type { Node } from '../../../subjects/subjects.ts';
import type { Report } from '../../rule.ts';

export function reportPublished(node: Node, container: Container, report: Report): void {
  const { config } = node;
  const plain = openListener(config, 'http');
  const open = plain ?? (needsClientCertificate(config) ? undefined : openListener(config, 'https'));
  const port = config.number(open && !plain ? 'ports.https' : 'ports.http') ?? 8500;
  const published = publishedAs(container, port);
  if (!published) return;
  if (maySetElsewhere(node, 'acl.enabled')) {
    const [absent] = container.absent;
    if (absent) report(undecided(port, published, absent.path, container.kind));
  } else if (open) report(opened(node, port, published, { open, isPlain: plain !== undefined }));
}

const whereOf = ({ host }: PublishedPort): string =>
  host === undefined || /^[0.:[\]]+$/.test(host) ? 'all addresses of its host' : host;

/** The same for this machine alone, where it is written in short form. */
function advice(
  port: number,
  { at: { source, start, end } }: PublishedPort,
  kind: Container['kind'],
): string {
  if (kind === 'terraform')
    return 'write ip = "127.0.0.1" next to it, or turn ACLs on with default_policy "deny"';
  const written = source.text.slice(start, end).replace(/["']/g, '');
  const ports = /^\d+:\d+(?:\/\w+)?$/.test(written) ? written : `${port}:${port}`;
  return `write "127.0.0.1:${ports}", or turn ACLs on with default_policy "deny"`;
}

const undecided = (
  port: number,
  published: PublishedPort,
  absent: string,
  kind: Container['kind'],
): Parameters<Report>[0] => ({
  at: published.at,
  path: 'client_addr',
  severity: 'info',
  message:
    `port ${port} is published on ${whereOf(published)}: unless ${absent}, which is not at hand, turns ACLs on, whoever reaches ` +
    `the API there can read and change everything; ${advice(port, published, kind)}`,
});

function opened(
  { config, container }: Node,
  port: number,
  published: PublishedPort,
  { open, isPlain }: { readonly open: Listener; readonly isPlain: boolean },
): Parameters<Report>[0] {
  const scripts =
    config.bool('enable_script_checks') === true &&
    config.strings('http_config.allow_write_http_from').length === 0;
  return {
    at: published.at,
    path: 'client_addr',
    ...(scripts && { severity: 'error' }),
    message:
      `port ${port} is published on ${whereOf(published)} and ACLs are off: whoever reaches the ${isPlain ? 'HTTP' : 'HTTPS'} API ` +
      `there can read and change everything${scripts ? ', and run commands through script checks' : ''}; ${advice(port, published, container!.kind)}`,
    related: [{ at: config.at(open.path), message: `it listens on ${open.address}` }],
  };
}
