/** Config entries that the leader creates when it starts, unless they exist. */
import {
  apiGateway,
  boundApiGateway,
  fileSystemCertificate,
  inlineCertificate,
} from './config-entries/api-gateway.ts';
import { entryBlock } from './config-entries/common.ts';
import { exportedServices, samenessGroup } from './config-entries/exported-services.ts';
import { ingressGateway, terminatingGateway } from './config-entries/gateways.ts';
import { jwtProvider } from './config-entries/jwt-provider.ts';
import { mesh } from './config-entries/mesh.ts';
import { proxyDefaults } from './config-entries/proxy-defaults.ts';
import { httpRoute, tcpRoute } from './config-entries/routes.ts';
import { serviceDefaults } from './config-entries/service-defaults.ts';
import { serviceIntentions } from './config-entries/service-intentions.ts';
import { serviceResolver } from './config-entries/service-resolver.ts';
import { serviceRouter } from './config-entries/service-router.ts';
import { serviceSplitter } from './config-entries/service-splitter.ts';
import { list, type Variant, type VariantKind } from './kinds.ts';
import { option, type Section, section } from './option.ts';

const variant = (name: string, section: () => Section, traits: Omit<Variant, 'block'> = {}): Variant => ({
  block: entryBlock(name, section),
  ...traits,
});

/** One entry; `kind`, or `Kind`, says which. */
export const configEntry: VariantKind = {
  shape: 'variant',
  name: 'ConfigEntry',
  tag: 'kind',
  variants: {
    'service-defaults': variant('ServiceDefaults', serviceDefaults),
    'proxy-defaults': variant('ProxyDefaults', proxyDefaults),
    'service-router': variant('ServiceRouter', serviceRouter),
    'service-splitter': variant('ServiceSplitter', serviceSplitter),
    'service-resolver': variant('ServiceResolver', serviceResolver),
    'service-intentions': variant('ServiceIntentions', serviceIntentions),
    'ingress-gateway': variant('IngressGateway', ingressGateway),
    'terminating-gateway': variant('TerminatingGateway', terminatingGateway),
    'api-gateway': variant('ApiGateway', apiGateway),
    'inline-certificate': variant('InlineCertificate', inlineCertificate),
    'file-system-certificate': variant('FileSystemCertificate', fileSystemCertificate, { since: '1.19' }),
    'http-route': variant('HttpRoute', httpRoute),
    'tcp-route': variant('TcpRoute', tcpRoute),
    'jwt-provider': variant('JwtProvider', jwtProvider),
    mesh: variant('Mesh', mesh),
    'exported-services': variant('ExportedServices', exportedServices),
    'sameness-group': variant('SamenessGroup', samenessGroup, { enterprise: true }),
    'bound-api-gateway': variant('BoundApiGateway', boundApiGateway, { internal: true }),
  },
};

export const configEntries = section(() => ({
  bootstrap: option(list(configEntry), 'Entries to create unless there is one of that kind and name.'),
}));
