import { withEntry } from '../forms/examples.ts';
import type { Fields } from './support/arguments.ts';
import { directions, isGiven, ofExtension, wordFault } from './support/extension.ts';
import { grpcService, targetFaults } from './support/target.ts';

const retries: Fields = {
  fields: {
    RetryBackOff: { fields: { BaseInterval: 'whole', MaxInterval: 'whole' } },
    NumRetries: 'natural',
  },
};

const accessLog: Fields = {
  fields: {
    LogName: 'text',
    GrpcService: grpcService,
    BufferFlushInterval: 'whole',
    BufferSizeBytes: 'natural',
    FilterStateObjectsToLog: { list: 'text' },
    RetryPolicy: retries,
    Body: 'any',
    Attributes: { map: 'any' },
    ResourceAttributes: { map: 'any' },
  },
};

export const extensionsOtelAccessLogging = ofExtension({
  id: 'extensions/otel-access-logging',
  name: 'builtin/otel-access-logging',
  since: '1.17',
  docs: {
    summary: 'Arguments of the extension otel-access-logging are incomplete or invalid.',
    rationale:
      'Config needs GrpcService with a Target that is either a Service or a URI of the local host; ' +
      'ListenerType must be inbound or outbound. Durations are numbers of nanoseconds. Agents before ' +
      '1.17 do not know the extension.',
    bad: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/otel-access-logging"
        arguments {
          Config {
            LogName = "web"
          }
        }
      }
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "web"
      envoy_extensions {
        name = "builtin/otel-access-logging"
        arguments {
          Config {
            LogName = "web"
            GrpcService {
              Target {
                Service {
                  Name = "collector"
                }
              }
            }
          }
        }
      }
    `),
  },
  takes: { fields: { ProxyType: 'text', ListenerType: 'text', Config: accessLog } },
  run: (args, report) => {
    wordFault(args, 'ProxyType', ['connect-proxy'], report, 'connect-proxy');
    wordFault(args, 'ListenerType', directions, report, 'inbound');
    if (isGiven(args, 'Config.GrpcService')) targetFaults(args, 'Config.GrpcService', report);
    else report('Config.GrpcService', 'is missing; write the Target of the collector in it');
  },
});
