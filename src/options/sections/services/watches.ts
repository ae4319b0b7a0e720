/** A watch: what is watched, and what happens on a change. Which keys go together depends on the type. */
import { otherDatacenter, token } from '../../grammars/names.ts';
import { url } from '../../grammars/network.ts';
import { duration } from '../../grammars/time.ts';
import { block, bool, list, map, string, words } from '../../kinds.ts';
import { option, section } from '../../option.ts';

const types = ['key', 'keyprefix', 'services', 'nodes', 'service', 'checks', 'event', 'agent_service'];

const httpHandler = section(() => ({
  path: option(url, 'URL to call; required.'),
  method: option({ ...string, name: 'method', wants: 'an HTTP method' }, 'HTTP method to call with.', {
    default: 'POST',
  }),
  header: option(map(list(string)), 'HTTP headers to send: a list of values for each name.'),
  timeout: option(duration, 'How long the call may take.', { default: '10s' }),
  tls_skip_verify: option(bool, 'Believes any certificate of the other side.', { default: false }),
}));

export const watch = section(() => ({
  type: option(words(types, { refusedBy: 'start' }), 'What is watched; required.'),
  handler_type: option(
    words(['script', 'http'], { refusedBy: 'start' }),
    'Whether a command is run or a URL is called.',
    {
      default: 'script',
    },
  ),
  args: option(list(string), 'Command to run; it gets the data as JSON on standard input.'),
  http_handler_config: option(
    block('WatchHttpHandler', httpHandler, { free: 'open' }),
    'The URL to call, for the handler type `http`; the data is the body.',
  ),
  key: option(string, 'Key to watch, for the type `key`.'),
  prefix: option(string, 'Beginning of the keys to watch, for the type `keyprefix`.'),
  service: option(string, 'Service to watch, for the types `service` and `checks`.'),
  tag: option(list(string), 'Tags that the instances must have, for the type `service`.'),
  passingonly: option(bool, 'Leaves out instances that are not passing, for the type `service`.', {
    default: false,
  }),
  service_id: option(string, 'Instance on this agent to watch, for the type `agent_service`.'),
  state: option(
    words(['any', 'passing', 'warning', 'critical'], { refusedBy: 'none' }),
    'State of the checks to watch, for the type `checks`. Not with `service`.',
  ),
  name: option(string, 'Name of the events to watch, for the type `event`; without it, all.'),
  filter: option(string, 'Filter expression on the data, for services, nodes and checks.'),
  stale: option(bool, 'Lets any server answer, not only the leader.', { default: false }),
  datacenter: option(otherDatacenter, 'Datacenter to watch.', { unset: 'that of the agent' }),
  token: option(token, 'ACL token for reading what is watched.', { secret: true }),
  handler: option(string, 'Command to run by a shell, as one string.', {
    deprecated: { since: '1.0', use: 'watches[].args', silent: true },
  }),
}));
