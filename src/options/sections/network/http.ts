/** The HTTP API, and the unix sockets that it may listen on. */
import { socketMode } from '../../grammars/names.ts';
import { cidr } from '../../grammars/network.ts';
import { byteSize, duration } from '../../grammars/time.ts';
import { block, bool, list, map, string } from '../../kinds.ts';
import { option, type Section, section } from '../../option.ts';

const httpConfig = section(() => ({
  allow_write_http_from: option(
    list(cidr),
    'Networks from which requests that change something are taken; without any, from all.',
    {
      flag: '-allow-write-http-from',
    },
  ),
  block_endpoints: option(list(string), 'API paths, by their beginnings, that are answered with 403.'),
  response_headers: option(map(string), 'Headers to add to every answer of the API and the UI.'),
  use_cache: option(bool, 'Lets the API answer out of the agent’s cache where a request permits it.', {
    default: true,
  }),
  max_header_bytes: option(byteSize, 'Size that the headers of a request may have.', {
    unset: 'Go’s limit of 1 MiB',
  }),
  read_timeout: option(duration, 'How long a client may take to send its request; 1 s or more.', {
    since: ['1.22.5', '2.0'],
    default: '15m',
    earlierDefaults: [{ before: '2.0', default: '30s' }],
  }),
  read_header_timeout: option(duration, 'How long a client may take to send its headers; 1 s or more.', {
    since: ['1.22.5', '2.0'],
    default: '10s',
  }),
  write_timeout: option(duration, 'How long an answer may take, blocking queries included; 1 s or more.', {
    since: ['1.22.5', '2.0'],
    default: '15m',
    earlierDefaults: [{ before: '2.0', default: '30s' }],
  }),
  idle_timeout: option(duration, 'How long a connection may wait for its next request; 10 s or more.', {
    since: ['1.22.5', '2.0'],
    default: '120s',
  }),
}));

const unixSockets = section(() => ({
  user: option(string, 'Owner of the sockets, a name or number.'),
  group: option(string, 'Group of the sockets, a number.'),
  mode: option(socketMode, 'Permission bits of the sockets.'),
}));

export const httpOptions: Section = {
  http_config: option(block('HttpConfig', httpConfig), 'How the HTTP API answers.'),
  unix_sockets: option(
    block('UnixSockets', unixSockets),
    'Owner and permissions of the unix sockets in `addresses`.',
  ),
  default_query_time: option(duration, 'How long a blocking query waits that does not say.', {
    default: '300s',
    flag: '-default-query-time',
  }),
  max_query_time: option(duration, 'How long a blocking query may wait at most.', {
    default: '600s',
    flag: '-max-query-time',
  }),
  discovery_max_stale: option(
    duration,
    'Lets any server answer discovery requests whose data is no older; 0 asks the leader.',
    {
      default: '0s',
    },
  ),
  disable_http_unprintable_char_filter: option(
    bool,
    'Takes requests whose path has unprintable characters. Unsafe; for old keys only.',
    {
      default: false,
    },
  ),
  disable_kv_key_validation: option(
    bool,
    'Takes keys with `..` and the like into the key-value store. Unsafe; for old keys only.',
    {
      since: '1.22',
      default: false,
    },
  ),
  enable_debug: option(bool, 'Opens the profiling endpoints below /debug.', { default: false, reload: true }),
};
