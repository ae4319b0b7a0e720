/** Limits on what clients may ask for. */
import { duration, unsignedBytes } from '../../grammars/time.ts';
import { between, block, float, int, uint, words } from '../../kinds.ts';
import { option, section } from '../../option.ts';

const requestLimits = section(() => ({
  mode: option(
    words(['disabled', 'permissive', 'enforcing'], { orEmpty: true, refusedBy: 'validate' }),
    'Whether requests above the rates are only logged (`permissive`) or turned away (`enforcing`).',
    { default: 'disabled' },
  ),
  read_rate: option(float, 'Reads per second that a server answers; negative for no limit.', { default: -1 }),
  write_rate: option(float, 'Writes per second that a server answers; negative for no limit.', {
    default: -1,
  }),
}));

export const limits = section(() => ({
  http_max_conns_per_client: option(
    int,
    'HTTP connections from one address at a time. Must stay 20 below the open files that the process may have.',
    { default: 200, reload: true },
  ),
  https_handshake_timeout: option(duration, 'How long a client may take for the TLS handshake of HTTPS.', {
    default: '5s',
  }),
  rpc_handshake_timeout: option(duration, 'How long an agent may take for the handshake of RPC.', {
    default: '5s',
    role: 'server',
  }),
  rpc_client_timeout: option(
    duration,
    'How long a client waits for the answer of a server to a request that does not block.',
    {
      default: '60s',
      reload: true,
    },
  ),
  rpc_max_conns_per_client: option(int, 'RPC connections from one address at a time.', {
    default: 100,
    reload: true,
    role: 'server',
  }),
  rpc_rate: option(float, 'Requests per second that this client sends to servers; negative for no limit.', {
    default: -1,
    reload: true,
    role: 'client',
  }),
  rpc_max_burst: option(int, 'Requests that may go beyond rpc_rate at once.', {
    default: 1000,
    reload: true,
    role: 'client',
  }),
  grpc_max_conns_per_client: option(int, 'gRPC connections from one address at a time.', {
    since: '2.0.3',
    default: 100,
  }),
  kv_max_value_size: option(
    unsignedBytes,
    'Size of a value in the key-value store. Large ones slow the whole cluster down.',
    {
      default: 524288,
    },
  ),
  txn_max_req_len: option(
    unsignedBytes,
    'Size of a transaction; counts where it is above kv_max_value_size.',
    { default: 524288 },
  ),
  request_limits: option(
    block('RequestLimits', requestLimits),
    'Rates of requests that each server answers.',
    {
      reload: true,
      role: 'server',
    },
  ),
  http_max_request_body_size: option(uint, 'Size that the body of an HTTP request may have.', {
    since: '2.1',
    enterprise: 'unknown',
  }),
}));

export const cache = section(() => ({
  entry_fetch_rate: option(float, 'Fetches per second for each entry of the agent’s cache; 0 is refused.', {
    unset: 'no limit',
    reload: true,
  }),
  entry_fetch_max_burst: option(
    between(1, undefined, 'validate'),
    'Fetches that may go beyond entry_fetch_rate at once.',
    {
      default: 2,
      reload: true,
    },
  ),
}));
