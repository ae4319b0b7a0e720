/** Proxies of the mesh: the service they represent, their upstreams, and what they allow. */
import { checkedSocketMode, filePath, otherDatacenter } from '../../grammars/names.ts';
import { hostname, ip, requiredPort, uncheckedPort } from '../../grammars/network.ts';
import { any, block, bool, int, list, map, string, words } from '../../kinds.ts';
import { option, section } from '../../option.ts';

const meshGateway = section(() => ({
  mode: option(
    words(['none', 'local', 'remote'], { orEmpty: true, refusedBy: 'validate' }),
    'Whether traffic to other datacenters goes through the gateways here (`local`), there (`remote`) or none.',
  ),
}));

const exposedPath = section(() => ({
  path: option(string, 'HTTP path to let through; required.'),
  listener_port: option(requiredPort, 'Port on which the proxy serves it; each path needs its own.'),
  local_path_port: option(uncheckedPort, 'Port on which the service serves it.'),
  protocol: option(
    words(['http', 'http2'], { anyCase: true, orEmpty: true, refusedBy: 'validate' }),
    'Protocol of the listener.',
    {
      unset: 'http',
    },
  ),
}));

const expose = section(() => ({
  checks: option(
    bool,
    'Lets the HTTP and gRPC checks of the service through, so that an agent elsewhere can run them.',
    {
      default: false,
    },
  ),
  paths: option(
    list(block('ExposedPath', exposedPath)),
    'Paths that can be reached without the mesh, such as /metrics.',
  ),
  port: option(int, 'Read and never used.', { internal: true }),
}));

const transparentProxy = section(() => ({
  outbound_listener_port: option(uncheckedPort, 'Port to which outgoing connections are diverted.', {
    unset: '15001',
  }),
  dialed_directly: option(bool, 'Lets others reach this instance by its own address.', { default: false }),
}));

const upstream = section(() => ({
  destination_name: option(string, 'Service, or prepared query, to connect to; required.'),
  destination_type: option(
    words(['service', 'prepared_query'], { orEmpty: true, refusedBy: 'validate' }),
    'What destination_name names.',
    {
      default: 'service',
    },
  ),
  destination_namespace: option(string, 'Namespace of the destination; a matter of Enterprise.'),
  destination_partition: option(string, 'Admin partition of the destination; a matter of Enterprise.'),
  destination_peer: option(string, 'Peered cluster that has the destination. Not with `datacenter`.'),
  destination_port: option(string, 'Named port of the destination; a matter of Enterprise.', {
    since: '2.0',
  }),
  datacenter: option(otherDatacenter, 'Datacenter that has the destination. Not with `destination_peer`.'),
  local_bind_address: option(ip, 'Address on which the application reaches the upstream.', {
    unset: '127.0.0.1',
  }),
  local_bind_port: option(uncheckedPort, 'Port on which the application reaches the upstream.'),
  local_bind_socket_path: option(filePath, 'Unix socket in place of an address and port.'),
  local_bind_socket_mode: option(checkedSocketMode, 'Who may open that socket, in octal.'),
  mesh_gateway: option(block('MeshGateway', meshGateway), 'Use of mesh gateways for this upstream.'),
  config: option(map(any), 'Settings of the proxy for this upstream; Consul hands them on unread.'),
}));

export const proxy = section(() => ({
  destination_service_name: option(
    string,
    'Service that the proxy represents; required for `connect-proxy`.',
  ),
  destination_service_id: option(string, 'Instance that the proxy represents, where it is a sidecar.'),
  local_service_address: option(hostname, 'Where the proxy reaches that instance.', { unset: '127.0.0.1' }),
  local_service_port: option(uncheckedPort, 'Port on which the proxy reaches that instance.'),
  local_service_socket_path: option(filePath, 'Unix socket on which the proxy reaches that instance.', {
    byValue: true,
  }),
  local_service_ports: option(map(any), 'Ports of that instance by name.', {
    since: '2.0',
    enterprise: 'unknown',
  }),
  mode: option(
    words(['transparent', 'direct'], { orEmpty: true, refusedBy: 'validate' }),
    'Whether all traffic of the application is diverted (`transparent`) or it calls the proxy’s ports itself.',
  ),
  transparent_proxy: option(
    block('TransparentProxy', transparentProxy),
    'Settings of the mode `transparent`.',
  ),
  upstreams: option(
    list(block('Upstream', upstream)),
    'Services that the application calls through the proxy.',
  ),
  mesh_gateway: option(block('MeshGateway', meshGateway), 'Use of mesh gateways for all upstreams.'),
  expose: option(block('Expose', expose), 'Lets requests from outside of the mesh through to chosen paths.'),
  config: option(map(any), 'Settings of the proxy; Consul hands them on unread.'),
}));
