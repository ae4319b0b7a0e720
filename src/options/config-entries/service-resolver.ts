/** service-resolver: to which instances a service's name resolves, and what replaces them when they fail. */
import { otherDatacenter } from '../grammars/names.ts';
import { duration } from '../grammars/time.ts';
import { bool, list, map, string, words } from '../kinds.ts';
import { option, section } from '../option.ts';
import { base, count, entryBlock, fields, named } from './common.ts';
import { failover as failoverPolicy, prioritizeByLocality } from './proxy-defaults.ts';

const subset = section(() =>
  fields({
    filter: option(string, 'Filter expression that its instances fulfil.'),
    only_passing: option(bool, 'Leaves out instances with a warning.', { default: false }),
  }),
);

const redirect = section(() =>
  fields({
    service: option(string, 'Service to use instead.'),
    service_subset: option(string, 'Subset of that service.'),
    datacenter: option(otherDatacenter, 'Datacenter that has it.'),
    peer: option(string, 'Peered cluster that has it. Not with a subset, partition or datacenter.'),
    namespace: option(string, 'Namespace of that service.', { enterprise: 'refused' }),
    partition: option(string, 'Admin partition of that service.', { enterprise: 'refused' }),
    SamenessGroup: option(string, 'Sameness group that has it.', { enterprise: 'refused' }),
  }),
);

const target = section(() =>
  fields({
    service: option(string, 'Service to try.', { unset: 'the service itself' }),
    service_subset: option(string, 'Subset of that service.'),
    datacenter: option(otherDatacenter, 'Datacenter that has it.'),
    peer: option(string, 'Peered cluster that has it. Not with a subset, partition or datacenter.'),
    namespace: option(string, 'Namespace of that service.', { enterprise: 'refused' }),
    partition: option(string, 'Admin partition of that service.', { enterprise: 'refused' }),
  }),
);

const failover = section(() =>
  fields({
    service: option(string, 'Service to use instead.', { unset: 'the service itself' }),
    service_subset: option(string, 'Subset of that service.'),
    datacenters: option(list(otherDatacenter), 'Datacenters to try, in order.'),
    targets: option(
      list(entryBlock('FailoverTarget', target)),
      'Targets to try, in order. Alone, without the three above.',
    ),
    policy: option(failoverPolicy, 'Order in which they are tried; a mode needs Enterprise.'),
    namespace: option(string, 'Namespace of that service.', { enterprise: 'refused' }),
    SamenessGroup: option(string, 'Sameness group whose members are tried.', { enterprise: 'refused' }),
  }),
);

const cookie = section(() =>
  fields({
    session: option(bool, 'Makes a cookie that ends with the session. Not with `ttl`.', { default: false }),
    ttl: option(duration, 'Lifetime of the cookie.'),
    path: option(string, 'Path that the cookie is for.'),
  }),
);

const hashPolicy = section(() =>
  fields({
    field: option(
      words(['header', 'cookie', 'query_parameter'], { orEmpty: true, refusedBy: 'validate' }),
      'Part of the request that is hashed; needs field_value.',
    ),
    field_value: option(string, 'Name of that header, cookie or parameter.'),
    cookie_config: option(
      entryBlock('HashCookie', cookie),
      'Cookie to set where a request does not have it.',
    ),
    source_ip: option(bool, 'Hashes the address of the caller instead of a field.', { default: false }),
    terminal: option(bool, 'Stops here where this gave a hash.', { default: false }),
  }),
);

const ringHash = section(() =>
  fields({
    minimum_ring_size: option(count, 'Fewest entries of the ring.'),
    maximum_ring_size: option(count, 'Most entries of the ring.'),
  }),
);

const leastRequest = section(() =>
  fields({
    choice_count: option(count, 'Instances that are compared at each choice.'),
  }),
);

const loadBalancer = section(() =>
  fields({
    policy: option(
      words(['random', 'round_robin', 'least_request', 'ring_hash', 'maglev'], {
        orEmpty: true,
        refusedBy: 'validate',
      }),
      'How an instance is chosen.',
    ),
    ring_hash_config: option(entryBlock('RingHash', ringHash), 'Settings of the policy `ring_hash`.'),
    least_request_config: option(
      entryBlock('LeastRequest', leastRequest),
      'Settings of the policy `least_request`.',
    ),
    hash_policies: option(
      list(entryBlock('HashPolicy', hashPolicy)),
      'What is hashed, for `ring_hash` and `maglev`.',
    ),
  }),
);

export const serviceResolver = section(() => ({
  ...named('Service whose name is resolved.'),
  ...fields({
    default_subset: option(string, 'Subset for those who name none.'),
    subsets: option(map(entryBlock('Subset', subset)), 'Parts of the service by name.'),
    redirect: option(
      entryBlock('Redirect', redirect),
      'Uses another service throughout. Not with `failover`.',
    ),
    failover: option(
      map(entryBlock('Failover', failover)),
      'What steps in where a subset has no healthy instance; `*` is for all.',
    ),
    connect_timeout: option(duration, 'How long connecting may take; not negative.'),
    request_timeout: option(duration, 'How long a request may take; not negative.'),
    load_balancer: option(entryBlock('LoadBalancer', loadBalancer), 'How proxies choose an instance.'),
    prioritize_by_locality: option(prioritizeByLocality, 'Whether near instances are preferred.', {
      enterprise: 'ignored',
    }),
  }),
  ...base(),
}));
