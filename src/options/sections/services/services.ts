/** A service of this node, and the sidecar that goes with it. */

import { filePath, metaKeyed, token } from '../../grammars/names.ts';
import { hostname, requiredPort, uncheckedPort } from '../../grammars/network.ts';
import { between, block, bool, list, map, string, words } from '../../kinds.ts';
import { option, section } from '../../option.ts';
import { locality } from '../cluster/locality.ts';
import { check } from './checks.ts';
import { proxy } from './proxy.ts';

const kinds = ['connect-proxy', 'mesh-gateway', 'terminating-gateway', 'ingress-gateway', 'api-gateway'];

const weights = section(() => ({
  passing: option(between(1, 65535, 'validate'), 'Weight while the instance is passing.', { default: 1 }),
  warning: option(between(0, 65535, 'validate'), 'Weight while the instance has a warning.', { default: 1 }),
}));

const taggedAddress = section(() => ({
  address: option(hostname, 'IP address or host name.'),
  port: option(uncheckedPort, 'Port at that address.'),
}));

const namedPort = section(() => ({
  name: option(string, 'Name of the port, which is required and unique.'),
  port: option(requiredPort, 'The port itself.'),
  default: option(bool, 'Makes this the port for those who name none; exactly one of the list has it.', {
    default: false,
  }),
}));

const serviceConnect = section(() => ({
  native: option(bool, 'The application implements the protocol of the mesh itself, without a proxy.', {
    default: false,
  }),
  sidecar_service: option(
    block('Service', service),
    'Registers a sidecar proxy along with the service; `{}` is enough. It must not have an `id` or a sidecar.',
  ),
}));

export const service = section(() => ({
  name: option(
    string,
    'Name under which the service is found. Keep to letters, digits and dashes, so that DNS can carry it.',
  ),
  id: option(string, 'Identity of the instance on this agent.', { unset: 'the same as name' }),
  kind: option(
    words(kinds, { orEmpty: true, refusedBy: 'none' }),
    'Set for proxies and gateways. A misspelt kind makes an ordinary service.',
  ),
  tags: option(list(string), 'Labels by which instances are distinguished and queried.'),
  address: option(hostname, 'Address of the instance, where it is not that of the node.', {
    unset: 'the address of the node',
  }),
  port: option(uncheckedPort, 'Port of the instance. Not with `socket_path` or `ports`.'),
  ports: option(
    list(block('ServicePort', namedPort)),
    'Several ports with names, in place of `port`. Not for proxies and gateways.',
    {
      since: '1.22',
    },
  ),
  socket_path: option(filePath, 'Unix socket of the instance, in place of an address and port.'),
  tagged_addresses: option(
    map(block('TaggedAddress', taggedAddress)),
    'Further addresses of the instance by name, such as `lan`, `wan` and `virtual`.',
  ),
  meta: option(map(metaKeyed), 'Metadata of the instance, for filters and queries: 64 pairs at most.'),
  weights: option(block('Weights', weights), 'Share of the instance in the answers of DNS.'),
  check: option(block('Check', check), 'A health check of the service; `checks` takes several.'),
  checks: option(list(block('Check', check)), 'Health checks of the service.'),
  enable_tag_override: option(bool, 'Keeps changes of the tags in the catalog instead of undoing them.', {
    default: false,
  }),
  connect: option(block('ServiceConnect', serviceConnect), 'How the service takes part in the mesh.'),
  proxy: option(
    block('ServiceProxy', proxy),
    'Settings of a proxy or gateway; of a service with `kind`, or of a sidecar.',
  ),
  locality: option(block('Locality', locality), 'Where the instance runs, if elsewhere than the node.', {
    since: '1.18',
  }),
  token: option(token, 'ACL token with which the service is registered.', { secret: true }),
  namespace: option(string, 'Namespace of the service.', { enterprise: 'unknown' }),
  partition: option(string, 'Admin partition of the service.', { enterprise: 'unknown' }),
}));
