import { find, itemsAt, numberAt, textAt } from '../../model/value-path.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import type { ReportKey } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
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

function listenerFault(args: ObjectValue, report: ReportKey): void {
  const given = find(args, 'ListenerType');
  if (given && given.kind !== 'string') report('ListenerType', 'must be a string');
  else wordFault(args, 'ListenerType', directions, report, 'inbound');
}

function matcherFaults(args: ObjectValue, report: ReportKey): void {
  const lists = [
    'AuthorizationRequest.AllowedHeaders',
    ...Object.keys(response.fields).map((key) => `AuthorizationResponse.${key}`),
  ];
  for (const list of lists) {
    const at = `Config.HttpService.${list}`;
    for (const [i, matcher] of itemsAt(args, at).entries()) {
      if (matcher.kind === 'null') continue;
      if (tests.filter((test) => textAt(matcher, test) !== '').length !== 1)
        report(`${at}[${i}]`, `needs exactly one of ${tests.join(', ')}`);
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

function statusFault(args: ObjectValue, report: ReportKey): void {
  const key = 'Config.StatusOnError';
  const given = numberAt(args, key);
  const code = given === undefined ? 0 : Math.trunc(given);
  if (!statusCodes.some(([from, to]) => code >= from && code <= to))
    report(key, `is ${code}, which is not an HTTP status that Envoy can send`);
}

export const extensionsExtAuthz = ofExtension({
  id: 'extensions/ext-authz',
  name: 'builtin/ext-authz',
  docs: {
    summary: 'Arguments of the extension ext-authz are incomplete or invalid.',
    rationale:
      'Config needs exactly one of GrpcService and HttpService, with a Target that is either a Service ' +
      'or a URI of the local host. The agent also checks ProxyType, StatusOnError, the matchers of ' +
      'headers, and from 1.17 on ListenerType.',
    bad: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/ext-authz"
        arguments {
          Config {
            HttpService {
              Target {
                URI = "auth.example.com:9191"
              }
            }
          }
        }
      }
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/ext-authz"
        arguments {
          Config {
            HttpService {
              Target {
                URI = "127.0.0.1:9191"
              }
            }
          }
        }
      }
    `),
  },
  // ListenerType came with 1.17; older agents ignore it.
  takes: { fields: { ProxyType: 'text', ListenerType: 'any', InsertOptions: insertion, Config: config } },
  run: (args, report, { isAtLeast }) => {
    wordFault(args, 'ProxyType', ['connect-proxy'], report, 'connect-proxy');
    if (isAtLeast('1.17')) listenerFault(args, report);
    const [grpc, http] = ['GrpcService', 'HttpService'].map((key) => isGiven(args, `Config.${key}`));
    if (grpc === http) report('Config', 'needs exactly one of GrpcService and HttpService');
    else targetFaults(args, http ? 'Config.HttpService' : 'Config.GrpcService', report);
    if (http) matcherFaults(args, report);
    statusFault(args, report);
  },
});
