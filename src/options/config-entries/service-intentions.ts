/** service-intentions: who may talk to a service. */
import { optionalUrlPath } from '../grammars/names.ts';
import { timestamp } from '../grammars/time.ts';
import { bool, int, list, map, type ScalarKind, string, words } from '../kinds.ts';
import { type Details, option, section } from '../option.ts';
import { base, entryBlock, fields, httpMethod, named } from './common.ts';

const claim = section(() =>
  fields({
    path: option(list(string), 'Way to the claim, a step each.'),
    value: option(string, 'Value that it must have.'),
  }),
);

const provider = section(() =>
  fields({
    name: option(string, 'jwt-provider that vouches for the token; required.'),
    verify_claims: option(list(entryBlock('JwtClaim', claim)), 'Claims that it must make.'),
  }),
);

const requirement = (details: Details = {}) =>
  section(() =>
    fields({
      providers: option(
        list(entryBlock('JwtRequirementProvider', provider)),
        'Providers, one of which must vouch for the token.',
        details,
      ),
    }),
  );

const intentionJwt = requirement();
/** Of gateways, the Community agent knows the block but nothing in it. */
const gatewayJwt = requirement({ enterprise: 'unknown' });

const jwtOfIntentions = entryBlock('IntentionJwt', intentionJwt);
export const jwtOfGateways = entryBlock('GatewayJwt', gatewayJwt);

const decision = words(['allow', 'deny'], { refusedBy: 'validate' });
/** Empty where there are permissions. */
const action: ScalarKind = { ...decision, orEmpty: true };

const headerPermission = section(() =>
  fields({
    name: option(string, 'Header to look at; required.'),
    present: option(bool, 'It is there, whatever its value.'),
    exact: option(string, 'Its value, compared as a whole.'),
    prefix: option(string, 'How its value begins.'),
    suffix: option(string, 'How its value ends.'),
    contains: option(string, 'What its value has in it.', { since: '1.20.1' }),
    regex: option(string, 'Pattern of its value.'),
    invert: option(bool, 'Turns the condition round.', { default: false }),
    ignore_case: option(bool, 'Takes no notice of letter case. Not with `present` or `regex`.', {
      since: '1.20.1',
      default: false,
    }),
  }),
);

const httpPermission = section(() =>
  fields({
    path_exact: option(optionalUrlPath, 'The path, compared as a whole.'),
    path_prefix: option(optionalUrlPath, 'How the path begins.'),
    path_regex: option(string, 'Pattern of the path.'),
    header: option(
      list(entryBlock('PermissionHeader', headerPermission)),
      'Conditions on headers, all of which must hold.',
    ),
    methods: option(list(httpMethod), 'Methods, one of which it must be.'),
  }),
);

const permission = section(() =>
  fields({
    action: option(decision, 'Whether such requests are let through.'),
    http: option(entryBlock('HttpPermission', httpPermission), 'Which requests; required.'),
    jwt: option(jwtOfIntentions, 'Tokens that they must carry.'),
  }),
);

const source = section(() =>
  fields({
    name: option(string, 'Service that calls; `*` is all.'),
    peer: option(string, 'Peered cluster that it is in.'),
    namespace: option(string, 'Namespace that it is in.', { enterprise: 'unknown' }),
    partition: option(string, 'Admin partition that it is in.', { enterprise: 'unknown' }),
    sameness_group: option(string, 'Sameness group that it is in.', { enterprise: 'refused' }),
    action: option(action, 'Whether it may connect. Not with `permissions`.'),
    permissions: option(
      list(entryBlock('Permission', permission)),
      'Decisions by request, of which the first that matches counts.',
    ),
    description: option(string, 'Remarks for people, up to 512 bytes.'),
    type: option(
      words(['consul'], { orEmpty: true, refusedBy: 'validate' }),
      'Kind of the name; only `consul` exists.',
      {
        default: 'consul',
      },
    ),
    precedence: option(int, 'Worked out by the servers.', { internal: true }),
    legacy_id: option(string, 'Of intentions before they were config entries.', { internal: true }),
    legacy_meta: option(map(string), 'Of intentions before they were config entries; must be empty.', {
      internal: true,
    }),
    legacy_create_time: option(timestamp, 'Of intentions before they were config entries.', {
      internal: true,
    }),
    legacy_update_time: option(timestamp, 'Of intentions before they were config entries.', {
      internal: true,
    }),
  }),
);

export const serviceIntentions = section(() => ({
  ...named('Service that is called; `*` is all.'),
  ...fields({
    sources: option(list(entryBlock('IntentionSource', source)), 'Who calls, each only once; at least one.'),
    jwt: option(jwtOfIntentions, 'Tokens that every request must carry.'),
  }),
  ...base(),
}));
