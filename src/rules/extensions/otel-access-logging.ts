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
    summary:
      'Calls one collector by gRPC, which is an upstream or listens on the own host. Times are nanoseconds.',
  },
  takes: { fields: { ProxyType: 'text', ListenerType: 'text', Config: accessLog } },
  run: (args, say) => {
    wordFault(args, 'ProxyType', ['connect-proxy'], say, 'connect-proxy');
    wordFault(args, 'ListenerType', directions, say, 'inbound');
    if (isGiven(args, 'Config.GrpcService')) targetFaults(args, 'Config.GrpcService', say);
    else say('Config.GrpcService', 'is missing; it names the collector');
  },
});
