import { find, itemsAt, numberAt, textAt } from '../../model/value-path.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import type { Say } from '../forms/entries.ts';
import type { Fields, Shape } from './support/arguments.ts';
import { directions, isGiven, ofExtension, wordFault } from './support/extension.ts';
import { grpcService, headers, httpService, targetFaults } from './support/target.ts';

const tests = ['Contains', 'Exact', 'Prefix', 'SafeRegex', 'Suffix'];

const matchers: Shape = {
  list: {
    fields: { ...Object.fromEntries(tests.map((test) => [test, 'text' as const])), IgnoreCase: 'truth' },
  },
};

const request: Fields = { fields: { AllowedHeaders: matchers, HeadersToAdd: headers } };

const response: Fields = {
  fields: {
    AllowedUpstreamHeaders: matchers,
    AllowedUpstreamHeadersToAppend: matchers,
    AllowedClientHeaders: matchers,
    AllowedClientHeadersOnSuccess: matchers,
    DynamicMetadataFromHeaders: matchers,
  },
};

const body: Fields = {
  fields: { MaxRequestBytes: 'whole', AllowPartialMessage: 'truth', PackAsBytes: 'truth' },
};

const config: Fields = {
  fields: {
    BootstrapMetadataLabelsKey: 'text',
    ClearRouteCache: 'truth',
    GrpcService: grpcService,
    HttpService: httpService({
      PathPrefix: 'text',
      AuthorizationRequest: request,
      AuthorizationResponse: response,
    }),
    IncludePeerCertificate: 'truth',
    MetadataContextNamespaces: { list: 'text' },
    StatusOnError: 'whole',
    StatPrefix: 'text',
    WithRequestBody: body,
  },
};

const insertion: Fields = { fields: { Location: 'text', FilterName: 'text' } };

function listenerFault(args: ObjectValue, say: Say): void {
  const given = find(args, 'ListenerType');
  if (given && given.kind !== 'string') say('ListenerType', 'must be a text');
  else wordFault(args, 'ListenerType', directions, say, 'inbound');
}

function matcherFaults(args: ObjectValue, say: Say): void {
  const lists = [
    'AuthorizationRequest.AllowedHeaders',
    ...Object.keys(response.fields).map((key) => `AuthorizationResponse.${key}`),
  ];
  for (const list of lists) {
    const at = `Config.HttpService.${list}`;
    for (const [i, matcher] of itemsAt(args, at).entries()) {
      if (matcher.kind === 'null') continue;
      if (tests.filter((test) => textAt(matcher, test) !== '').length !== 1)
        say(`${at}[${i}]`, `needs exactly one of ${tests.join(', ')}`);
    }
  }
}

/** The codes that Envoy can send, as ranges (envoy.type.v3.StatusCode). */
const statusCodes = [
  [0, 0],
  [100, 100],
  [200, 208],
  [226, 226],
  [300, 305],
  [307, 308],
  [400, 417],
  [421, 424],
  [426, 426],
  [428, 429],
  [431, 431],
  [500, 508],
  [510, 511],
] as const;

function statusFault(args: ObjectValue, say: Say): void {
  const key = 'Config.StatusOnError';
  const given = numberAt(args, key);
  const code = given === undefined ? 0 : Math.trunc(given);
  if (!statusCodes.some(([from, to]) => code >= from && code <= to))
    say(key, `is ${code}, which is no HTTP status that Envoy can send`);
}

export const extensionsExtAuthz = ofExtension({
  id: 'extensions/ext-authz',
  name: 'builtin/ext-authz',
  docs: {
    summary:
      'Calls one authorization service, by gRPC or HTTP, which is an upstream or listens on the own host.',
  },
  // ListenerType came with 1.17; before, whatever stands there is read over.
  takes: { fields: { ProxyType: 'text', ListenerType: 'any', InsertOptions: insertion, Config: config } },
  run: (args, say, { isAtLeast }) => {
    wordFault(args, 'ProxyType', ['connect-proxy'], say, 'connect-proxy');
    if (isAtLeast('1.17')) listenerFault(args, say);
    const [grpc, http] = ['GrpcService', 'HttpService'].map((key) => isGiven(args, `Config.${key}`));
    if (grpc === http) say('Config', 'needs exactly one of GrpcService and HttpService');
    else targetFaults(args, http ? 'Config.HttpService' : 'Config.GrpcService', say);
    if (http) matcherFaults(args, say);
    statusFault(args, say);
  },
});
