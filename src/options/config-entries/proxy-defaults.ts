/** proxy-defaults: what holds for all proxies. There is one, named `global`. */
import { filePath } from '../grammars/names.ts';
import { any, bool, list, map, string, words } from '../kinds.ts';
import { option, section } from '../option.ts';
import {
  base,
  entryBlock,
  expose,
  extensions,
  fields,
  gatewayMode,
  mutualTlsMode,
  namespace,
  proxyMode,
  transparent,
} from './common.ts';

const accessLogs = section(() =>
  fields({
    enabled: option(bool, 'Has proxies log requests.', { default: false }),
    disable_listener_logs: option(bool, 'Leaves out connections that are turned away.', { default: false }),
    type: option(
      words(['file', 'stderr', 'stdout'], { orEmpty: true, refusedBy: 'validate' }),
      'Destination of the logs.',
    ),
    path: option(filePath, 'File that the logs go to, for the type `file`.'),
    json_format: option(
      string,
      'Form of a line, as the text of a JSON object. Not together with text_format.',
    ),
    text_format: option(string, 'Form of a line, as text. Not together with json_format.'),
  }),
);

const failoverPolicy = section(() =>
  fields({
    mode: option(
      words(['sequential', 'order-by-locality'], { orEmpty: true, refusedBy: 'validate' }),
      'Order in which failover targets are tried.',
    ),
    regions: option(list(string), 'Regions, in the order in which they are tried.'),
  }),
);
export const failover = entryBlock('FailoverPolicy', failoverPolicy);

const byLocality = section(() =>
  fields({
    mode: option(
      words(['none', 'failover'], { orEmpty: true, refusedBy: 'validate' }),
      'Whether near instances are preferred.',
      {
        enterprise: 'refused',
      },
    ),
  }),
);
export const prioritizeByLocality = entryBlock('PrioritizeByLocality', byLocality);

export const proxyDefaults = section(() => ({
  ...fields({
    name: option(words(['global'], { orEmpty: true, refusedBy: 'validate' }), 'Always `global`.'),
    namespace,
    config: option(map(any), 'Settings of the proxies; Consul reads `protocol` and hands the rest on.'),
    mode: option(
      proxyMode,
      'Whether all traffic is diverted (`transparent`) or applications call the proxies.',
    ),
    mutual_tls_mode: option(
      mutualTlsMode,
      'Whether traffic without the mesh’s TLS is let in too (`permissive`).',
    ),
    transparent_proxy: option(transparent, 'Settings of the mode `transparent`.'),
    mesh_gateway: option(gatewayMode, 'Use of mesh gateways by all proxies.'),
    expose: option(expose, 'Lets requests from outside of the mesh through to chosen paths of all services.'),
    access_logs: option(
      entryBlock('AccessLogs', accessLogs),
      'Logs of the requests that go through proxies.',
    ),
    failover_policy: option(failover, 'Order of failover for all services.'),
    prioritize_by_locality: option(prioritizeByLocality, 'Whether near instances are preferred.', {
      enterprise: 'ignored',
    }),
    envoy_extensions: option(extensions, 'Extensions of Envoy for all proxies.'),
    protocol: option(string, 'Filled in by the servers out of `config`.', { internal: true }),
  }),
  ...base(),
}));
