import { find, numberAt } from '../../model/value-path.ts';
import { withService } from '../forms/examples.ts';
import { ofServices, type Service } from '../forms/services.ts';
import { text, upstreamsOf } from './support/proxies.ts';

const isGateway = (kind: string): boolean => kind.endsWith('-gateway');

const gatewayStrings = [
  'destination_service_name',
  'destination_service_id',
  'local_service_address',
  'local_service_socket_path',
];

function gatewayKeys({ value }: Service): readonly string[] {
  const set = gatewayStrings.map((key) => `proxy.${key}`).filter((key) => text(value, key) !== '');
  if ((numberAt(value, 'proxy.local_service_port') ?? 0) !== 0) set.push('proxy.local_service_port');
  if (upstreamsOf(value).length > 0) set.push('proxy.upstreams');
  if (find(value, 'connect.sidecar_service')) set.push('connect.sidecar_service');
  return set;
}

export const meshGatewayProxy = ofServices({
  id: 'mesh/gateway-proxy',
  keys: [
    'kind',
    'connect.sidecar_service',
    'proxy.upstreams',
    'proxy.local_service_port',
    ...gatewayStrings.map((key) => `proxy.${key}`),
  ],
  docs: {
    summary: 'A gateway has settings of a sidecar proxy.',
    rationale:
      'A gateway represents no single service. The agent refuses one that has a destination, a local ' +
      'service, upstreams or a sidecar; proxy.config and proxy.expose are not checked.',
    bad: withService(`
      name = "edge"
      kind = "ingress-gateway"
      proxy {
        destination_service_name = "web"
      }
    `),
    good: withService(`
      name = "edge"
      kind = "ingress-gateway"
    `),
  },
  run: (service, report) => {
    if (!isGateway(service.kind)) return;
    for (const key of gatewayKeys(service))
      report(key, `${service.path} is of kind ${service.kind}, which cannot have ${key}; remove it`);
  },
});
