/** service-router: where requests go, by path, header and the like. */
import { optionalUrlPath } from '../grammars/names.ts';
import { duration } from '../grammars/time.ts';
import { bool, list, string, words } from '../kinds.ts';
import { option, section } from '../option.ts';
import { base, count, entryBlock, fields, headers, httpMethod, named } from './common.ts';

const retryConditions = [
  '5xx',
  'gateway-error',
  'reset',
  'connect-failure',
  'envoy-ratelimited',
  'retriable-4xx',
  'refused-stream',
  'cancelled',
  'deadline-exceeded',
  'internal',
  'resource-exhausted',
  'unavailable',
];

const headerMatch = section(() =>
  fields({
    name: option(string, 'Header to look at; required.'),
    present: option(bool, 'It is there, whatever its value.'),
    exact: option(string, 'Its value, compared as a whole.'),
    prefix: option(string, 'How its value begins.'),
    suffix: option(string, 'How its value ends.'),
    regex: option(string, 'Pattern of its value.'),
    invert: option(bool, 'Turns the condition round.', { default: false }),
  }),
);

const queryMatch = section(() =>
  fields({
    name: option(string, 'Parameter to look at; required.'),
    present: option(bool, 'It is there, whatever its value.'),
    exact: option(string, 'Its value, compared as a whole.'),
    regex: option(string, 'Pattern of its value.'),
  }),
);

const httpMatch = section(() =>
  fields({
    path_exact: option(optionalUrlPath, 'The path, compared as a whole.'),
    path_prefix: option(optionalUrlPath, 'How the path begins.'),
    path_regex: option(string, 'Pattern of the path.'),
    case_insensitive: option(bool, 'Takes no notice of letter case in the path.', {
      since: '1.17.3',
      default: false,
    }),
    header: option(
      list(entryBlock('RouteHeaderMatch', headerMatch)),
      'Conditions on headers, all of which must hold.',
    ),
    query_param: option(
      list(entryBlock('RouteQueryMatch', queryMatch)),
      'Conditions on the query, all of which must hold.',
    ),
    methods: option(list(httpMethod), 'Methods, one of which it must be.'),
  }),
);

const match = section(() =>
  fields({
    http: option(entryBlock('RouteHttpMatch', httpMatch), 'Conditions on the HTTP request.'),
  }),
);

const destination = section(() =>
  fields({
    service: option(string, 'Service that the request goes to.', { unset: 'the service itself' }),
    service_subset: option(string, 'Subset of that service.'),
    namespace: option(string, 'Namespace of that service; a matter of Enterprise.'),
    partition: option(string, 'Admin partition of that service; a matter of Enterprise.'),
    prefix_rewrite: option(
      string,
      'What replaces the path that was matched; needs path_exact or path_prefix.',
    ),
    request_timeout: option(duration, 'How long the whole request may take.'),
    idle_timeout: option(duration, 'How long it may go without any data.'),
    num_retries: option(count, 'How often it is tried again.'),
    retry_on_connect_failure: option(bool, 'Tries again where no connection was made.', { default: false }),
    retry_on: option(
      list(words(retryConditions, { refusedBy: 'validate' })),
      'Cases in which it is tried again, in Envoy’s words.',
    ),
    retry_on_status_codes: option(list(count), 'Status codes after which it is tried again.'),
    request_headers: option(headers, 'Changes to the headers of the request.'),
    response_headers: option(headers, 'Changes to the headers of the response.'),
  }),
);

const route = section(() =>
  fields({
    match: option(
      entryBlock('RouteMatch', match),
      'Which requests the route is for; all, where it is left out.',
    ),
    destination: option(entryBlock('RouteDestination', destination), 'Where they go.'),
  }),
);

export const serviceRouter = section(() => ({
  ...named('Service whose requests are routed.'),
  ...fields({
    routes: option(list(entryBlock('Route', route)), 'Routes, of which the first that matches counts.'),
  }),
  ...base(),
}));
