/** What a starting server says about its quorum. None of it keeps the agent from starting. */
import type { Check } from './check.ts';

const bootstrapMode: Check = {
  id: 'agent/bootstrap-mode',
  severity: 'warning',
  options: ['bootstrap', 'bootstrap_expect'],
  docs: 'A server with bootstrap = true (or an expectation of 1) elects itself without waiting for anyone.',
  run: ({ config, server }, report) => {
    if (!server) return;
    const alone = config.number('bootstrap_expect') === 1;
    if (!alone && !(config.bool('bootstrap') && (config.number('bootstrap_expect') ?? 0) === 0)) return;
    const path = alone ? 'bootstrap_expect' : 'bootstrap';
    report({
      path,
      message:
        'This server makes itself leader without waiting for others; with several such servers there are several clusters. Fine for a single server, otherwise set bootstrap_expect to their number',
    });
  },
};

const expectOne: Check = {
  id: 'agent/bootstrap-expect-one',
  severity: 'warning',
  options: ['bootstrap_expect'],
  docs: 'An expectation of one server is bootstrap mode under another name.',
  run: ({ config, server }, report) => {
    const path = 'bootstrap_expect';
    if (server && config.number(path) === 1)
      report({ path, message: `${path} = 1 is the same as bootstrap = true: the server waits for nobody` });
  },
};

const expectEven: Check = {
  id: 'agent/bootstrap-expect-even',
  severity: 'warning',
  options: ['bootstrap_expect'],
  docs: 'An even number of servers tolerates no more failures than the odd number below it; two tolerate none.',
  run: ({ config, server }, report) => {
    const path = 'bootstrap_expect';
    const count = config.number(path) ?? 0;
    if (!server || config.bool('bootstrap') || count < 2 || count % 2 === 1) return;
    const message =
      count === 2
        ? `${path} = 2: a cluster of two servers stops when either fails. Use one or three`
        : `${path} = ${count} is even: ${count} servers tolerate ${count / 2 - 1} failed ones, as ${count - 1} do. Use ${count - 1} or ${count + 1}`;
    report({ path, message });
  },
};

const expecting: Check = {
  id: 'agent/bootstrap-expecting',
  severity: 'warning',
  options: ['bootstrap_expect'],
  docs: 'The agent says how many servers it waits for, whatever their number. Nothing is wrong.',
  run: ({ config, server }, report) => {
    const path = 'bootstrap_expect';
    const count = config.number(path) ?? 0;
    if (server && !config.bool('bootstrap') && count > 1)
      report({ path, message: `The cluster forms once ${count} servers see each other, and not before` });
  },
};

const streamingOnClient: Check = {
  id: 'agent/streaming-on-client',
  severity: 'warning',
  options: ['rpc.enable_streaming'],
  docs: 'Servers stream, clients receive: the switch does nothing on a client.',
  run: ({ config, server }, report) => {
    const path = 'rpc.enable_streaming';
    if (!server && config.bool(path))
      report({ path, message: `${path} has no effect on a client; remove it` });
  },
};

const streamingOff: Check = {
  id: 'agent/streaming-off',
  severity: 'warning',
  options: ['rpc.enable_streaming', 'use_streaming_backend'],
  docs: 'Clients ask for streams unless use_streaming_backend is false, and servers that do not stream leave them without.',
  run: ({ config, server }, report) => {
    const path = 'rpc.enable_streaming';
    const uses = config.bool('use_streaming_backend') ?? true;
    if (server && uses && config.bool(path) === false)
      report({
        path,
        message: `${path} = false on a server, while use_streaming_backend is on; set that to false too, or remove this`,
        related: [{ path: 'use_streaming_backend', message: 'clients are told to ask for streams here' }],
      });
  },
};

export const quorum: readonly Check[] = [
  expectOne,
  bootstrapMode,
  expectEven,
  expecting,
  streamingOnClient,
  streamingOff,
];
