/** A health check, of a node or of a service. Exactly one of the forms: args, http, tcp, udp, grpc, h2ping, os_service, ttl, alias. */
import { filePath, nodeName, token } from '../../grammars/names.ts';
import { hostname, hostPort, url } from '../../grammars/network.ts';
import { duration } from '../../grammars/time.ts';
import { between, bool, int, list, map, string, words } from '../../kinds.ts';
import { option, section } from '../../option.ts';

const method = { ...string, name: 'method', wants: 'an HTTP method', examples: ['GET', 'HEAD'] };
const grpcTarget = {
  ...hostPort,
  wants: 'a host, a port and, if wanted, /service',
  examples: ['127.0.0.1:9090/health'],
};

export const check = section(() => ({
  id: option(string, 'Identity of the check on this agent.', { unset: 'made of the service or the name' }),
  name: option(string, 'Name that people read.'),
  notes: option(string, 'Remarks for people.'),
  service_id: option(string, 'Service on this agent that the check belongs to; without it, the node.', {
    aliases: ['serviceid'],
  }),
  interval: option(
    duration,
    'Pause between two runs. Needed by every check that runs something; not with `ttl`.',
  ),
  timeout: option(duration, 'How long one run may take.', { unset: '10s, and 30s for a script' }),
  http: option(url, 'URL to ask: 2xx is passing, 429 a warning, anything else critical.'),
  method: option(method, 'HTTP method to ask with.', { default: 'GET' }),
  header: option(map(list(string)), 'HTTP headers to send: a list of values for each name.'),
  body: option(string, 'Body to send with the HTTP request.'),
  disable_redirects: option(bool, 'Takes a redirect as the answer instead of following it.', {
    default: false,
  }),
  tcp: option(hostPort, 'Host and port to which a TCP connection must succeed.'),
  tcp_use_tls: option(bool, 'Makes a TLS handshake over the TCP connection.', {
    since: '1.16.2',
    default: false,
  }),
  udp: option(hostPort, 'Host and port to which a UDP packet is sent; silence is passing.'),
  grpc: option(
    grpcTarget,
    'Server of gRPC’s standard health protocol to ask, with an optional service name.',
  ),
  grpc_use_tls: option(bool, 'Uses TLS for the gRPC check.', { default: false }),
  h2ping: option(hostPort, 'Host and port that must answer an HTTP/2 ping.'),
  h2ping_use_tls: option(bool, 'Uses TLS for the HTTP/2 ping.', { unset: 'true, where h2ping is set' }),
  args: option(
    list(string),
    'Command to run: exit status 0 is passing, 1 a warning, anything else critical. Needs enable_local_script_checks.',
    { aliases: ['scriptargs'] },
  ),
  docker_container_id: option(string, 'Container in which the command is run.', {
    aliases: ['dockercontainerid'],
  }),
  shell: option(filePath, 'Shell that runs the command in the container.', {
    unset: 'the SHELL of the environment, or /bin/sh',
  }),
  os_service: option(string, 'Service of the operating system whose state is taken over.'),
  ttl: option(duration, 'Time within which the application must report in, or the check turns critical.'),
  alias_node: option(nodeName, 'Node whose health is taken over.'),
  alias_service: option(string, 'Service whose health is taken over.'),
  tls_server_name: option(hostname, 'Name that the certificate of the other side must carry.'),
  tls_skip_verify: option(bool, 'Believes any certificate of the other side.', {
    default: false,
    aliases: ['tlsskipverify'],
  }),
  status: option(
    words(['passing', 'warning', 'critical'], { orEmpty: true, refusedBy: 'none' }),
    'State until the first result is in.',
    {
      unset: 'critical',
    },
  ),
  success_before_passing: option(int, 'Good runs in a row that it takes to become passing.', { default: 0 }),
  failures_before_warning: option(
    int,
    'Bad runs in a row that it takes to become a warning; not above failures_before_critical.',
    {
      unset: 'the same as failures_before_critical',
    },
  ),
  failures_before_critical: option(int, 'Bad runs in a row that it takes to become critical.', {
    default: 0,
  }),
  deregister_critical_service_after: option(
    duration,
    'Takes the service out of the catalog after it was critical for so long; a minute at least.',
    { default: '0s', aliases: ['deregistercriticalserviceafter'] },
  ),
  output_max_size: option(between(0, undefined, 'validate'), 'Bytes of output that are kept.', {
    default: 4096,
  }),
  token: option(token, 'ACL token with which the check is registered.', { secret: true }),
  namespace: option(string, 'Namespace of the check.', { enterprise: 'unknown' }),
  partition: option(string, 'Admin partition of the check.', { enterprise: 'unknown' }),
}));
