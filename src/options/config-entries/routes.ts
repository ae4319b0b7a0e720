/** http-route and tcp-route: from the listeners of an api-gateway to services. */
import { hostname } from '../grammars/network.ts';
import { duration } from '../grammars/time.ts';
import { bool, int, type Kind, list, string, words } from '../kinds.ts';
import { option, section } from '../option.ts';
import { references, status } from './api-gateway.ts';
import { base, count, entryBlock, fields, headers, httpMethod, named } from './common.ts';
import { jwtOfGateways } from './service-intentions.ts';

const comparison = (values: readonly string[]): Kind => words(values, { refusedBy: 'validate' });

const headerMatch = section(() =>
  fields({
    name: option(string, 'Header to look at; required.'),
    match: option(comparison(['exact', 'prefix', 'present', 'regex', 'suffix']), 'How it is compared.'),
    value: option(string, 'What it is compared with.'),
  }),
);

const queryMatch = section(() =>
  fields({
    name: option(string, 'Parameter to look at; required.'),
    match: option(comparison(['exact', 'present', 'regex']), 'How it is compared.'),
    value: option(string, 'What it is compared with.'),
  }),
);

const pathMatch = section(() =>
  fields({
    match: option(
      words(['exact', 'prefix', 'regex'], { orEmpty: true, refusedBy: 'validate' }),
      'In which way the path is looked at.',
    ),
    value: option(string, 'What it is compared with; begins with / unless it is a pattern.'),
  }),
);

const match = section(() =>
  fields({
    headers: option(list(entryBlock('HttpRouteHeader', headerMatch)), 'Conditions on headers.'),
    method: option({ ...httpMethod, orEmpty: true }, 'Method that it must be.'),
    path: option(entryBlock('HttpRoutePath', pathMatch), 'Condition on the path.'),
    query: option(list(entryBlock('HttpRouteQuery', queryMatch)), 'Conditions on the query.'),
  }),
);

const rewrite = section(() =>
  fields({
    path: option(string, 'What replaces the beginning of the path that was matched.'),
  }),
);

const retry = section(() =>
  fields({
    NumRetries: option(count, 'How often a request is tried again.'),
    RetryOn: option(list(string), 'Cases in which it is tried again, in Envoy’s words.'),
    RetryOnStatusCodes: option(list(count), 'Status codes after which it is tried again.'),
    RetryOnConnectFailure: option(bool, 'Tries again where no connection was made.', { default: false }),
  }),
);

const timeout = section(() =>
  fields({
    RequestTimeout: option(duration, 'How long the whole request may take.'),
    IdleTimeout: option(duration, 'How long it may go without any data.'),
  }),
);

const filters = section(() =>
  fields({
    headers: option(list(headers), 'Changes to the headers of the request.'),
    URLRewrite: option(entryBlock('UrlRewrite', rewrite), 'Change of the path.'),
    RetryFilter: option(entryBlock('RetryFilter', retry), 'When a request is tried again.', {
      since: '1.17',
    }),
    TimeoutFilter: option(entryBlock('TimeoutFilter', timeout), 'How long a request may take.', {
      since: '1.17',
    }),
    jwt: option(jwtOfGateways, 'Tokens that requests must carry.', { since: '1.17' }),
  }),
);

const responseFilters = section(() =>
  fields({
    headers: option(list(headers), 'Changes to the headers of the response.'),
  }),
);

const filtered = section(() =>
  fields({
    filters: option(entryBlock('HttpFilters', filters), 'What is changed in requests on their way.'),
    ResponseFilters: option(
      entryBlock('HttpResponseFilters', responseFilters),
      'What is changed in responses on their way back.',
      { since: '1.17' },
    ),
  }),
);

const httpService = section(() => ({
  ...fields({
    name: option(string, 'Service that requests go to.'),
    namespace: option(string, 'Namespace of the service.', { enterprise: 'unknown' }),
    partition: option(string, 'Admin partition of the service.', { enterprise: 'unknown' }),
    weight: option(int, 'Its share of the requests, relative to the weights of the other services.'),
  }),
  ...filtered(),
}));

const rule = section(() => ({
  ...fields({
    matches: option(list(entryBlock('HttpRouteMatch', match)), 'Conditions, one of which must hold.'),
    services: option(list(entryBlock('HttpRouteService', httpService)), 'Services that requests go to.'),
  }),
  ...filtered(),
}));

const parents = section(() =>
  fields({
    parents: option(
      references('GatewayReference', words(['api-gateway'], { orEmpty: true, refusedBy: 'validate' })),
      'Gateways that the route belongs to, each only once.',
    ),
  }),
);

export const httpRoute = section(() => ({
  ...named('Name of the route.'),
  ...parents(),
  ...fields({
    hostnames: option(list(hostname), 'Host names that it is for; without wildcards.'),
    rules: option(list(entryBlock('HttpRouteRule', rule)), 'Rules, of which the first that matches counts.'),
  }),
  ...status(),
  ...base(),
}));

const tcpService = section(() =>
  fields({
    name: option(string, 'Service that connections go to.'),
    namespace: option(string, 'Namespace of the service.', { enterprise: 'unknown' }),
    partition: option(string, 'Admin partition of the service.', { enterprise: 'unknown' }),
  }),
);

export const tcpRoute = section(() => ({
  ...named('Name of the route.'),
  ...parents(),
  ...fields({
    services: option(
      list(entryBlock('TcpRouteService', tcpService)),
      'The service that connections go to; just one.',
    ),
  }),
  ...status(),
  ...base(),
}));
