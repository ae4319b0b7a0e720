import { find, numberAt } from '../../model/value-path.ts';
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
    summary: 'A gateway stands for no service: no destination, no local service, no upstreams, no sidecar.',
  },
  run: (service, report) => {
    if (!isGateway(service.kind)) return;
    for (const key of gatewayKeys(service))
      report(key, `${service.path} is a ${service.kind}, which has no ${key}; remove it`);
  },
});
