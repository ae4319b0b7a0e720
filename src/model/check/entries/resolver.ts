/** service-resolver: which instances of a service are asked. */
import type { Value } from '../../../text/value.ts';
import { parseExpression } from '../../grammar/bexpr.ts';
import { boolAt, find, itemsAt, numberAt, objectAt, textAt } from '../../select.ts';
import { type Check, quote } from '../check.ts';
import { type Entry, ofEntries, type Say } from './entry.ts';

const kinds = ['service-resolver'];

const subsetsOf = ({ value }: Entry): ReadonlySet<string> =>
  new Set(objectAt(value, 'subsets')?.members.keys() ?? []);

const subsets = ofEntries({
  id: 'service-resolver-subsets',
  kinds,
  keys: ['subsets', 'default_subset'],
  docs: 'A subset’s name is a DNS label in lower case, its filter an expression over the instances.',
  run: (entry, say) => {
    for (const { name, value: subset } of objectAt(entry.value, 'subsets')?.members.values() ?? []) {
      const valid = name.length <= 63 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(name);
      if (!valid)
        say(
          'subsets',
          `has the name ${quote(name)}; names are lower-case letters, digits and inner dashes, 63 at most`,
        );
      const filter = textAt(subset, 'filter');
      if (filter !== '' && !parseExpression(filter))
        say(
          `subsets.${name}.filter`,
          'is no filter expression; write one such as Service.Meta.version == v1',
        );
    }
    const preferred = textAt(entry.value, 'default_subset');
    if (preferred !== '' && !subsetsOf(entry).has(preferred))
      say('default_subset', `is ${quote(preferred)}, which is not among the subsets`);
  },
});

const redirectKeys = [
  'service',
  'service_subset',
  'namespace',
  'partition',
  'datacenter',
  'peer',
  'SamenessGroup',
];

const redirect = ofEntries({
  id: 'service-resolver-redirect',
  kinds,
  keys: ['redirect'],
  docs: 'A redirect says where to: to a service, perhaps a subset of it, in a datacenter or at a peer. Not with failover.',
  run: (entry, say) => {
    const target = find(entry.value, 'redirect');
    if (!target) return;
    const fault = redirectFault(entry, target);
    if (fault) say('redirect', fault);
  },
});

function redirectFault(entry: Entry, target: Value): string | undefined {
  const enterprise = ['partition', 'namespace', 'SamenessGroup'].find((key) => textAt(target, key) !== '');
  const [service, subset, datacenter, peer] = ['service', 'service_subset', 'datacenter', 'peer'].map((key) =>
    textAt(target, key),
  );
  if (enterprise !== undefined) return `has ${enterprise}, which the community edition refuses`;
  if ((objectAt(entry.value, 'failover')?.members.size ?? 0) > 0)
    return 'and failover exclude each other; keep one';
  if (redirectKeys.every((key) => textAt(target, key) === ''))
    return 'is empty; name a service or a datacenter';
  if (peer && (subset || datacenter))
    return `names a peer and a ${subset ? 'service_subset' : 'datacenter'}; a peer decides about both itself`;
  if (!service && (subset || peer))
    return `has a ${subset ? 'service_subset' : 'peer'}, but no service that it is of`;
  return subset && service === entry.name && !subsetsOf(entry).has(subset)
    ? `names the subset ${quote(subset)}, which ${quote(entry.name)} does not have`
    : undefined;
}

const failover = ofEntries({
  id: 'service-resolver-failover',
  kinds,
  keys: ['failover'],
  docs: 'What steps in, by subset or for all (*): another service or subset, datacenters in order, or targets.',
  run: (entry, say) => {
    for (const { name, value } of objectAt(entry.value, 'failover')?.members.values() ?? []) {
      const at = `failover.${name}`;
      if (name !== '*' && !subsetsOf(entry).has(name))
        say(at, `is for the subset ${quote(name)}, which there is not; write "*" for all`);
      const fault = failoverFault(entry, value);
      if (fault) say(at, fault);
      for (const [i, target] of itemsAt(value, 'targets').entries()) {
        const targetProblem = targetFault(entry, target);
        if (targetProblem) say(`${at}.targets[${i}]`, targetProblem);
      }
    }
  },
});

function failoverFault(entry: Entry, value: Value): string | undefined {
  const enterprise = ['namespace', 'SamenessGroup', 'policy.mode'].find((key) => textAt(value, key) !== '');
  const [service, subset] = [textAt(value, 'service'), textAt(value, 'service_subset')];
  const [datacenters, targets] = [itemsAt(value, 'datacenters'), itemsAt(value, 'targets')];
  if (enterprise !== undefined) return `has ${enterprise}, which the community edition refuses`;
  if (!service && !subset && datacenters.length === 0 && targets.length === 0)
    return 'is empty; name a service, a subset, datacenters or targets';
  const isOwn = !service || service === entry.name;
  if (subset && isOwn && !subsetsOf(entry).has(subset))
    return `names the subset ${quote(subset)}, which ${quote(entry.name)} does not have`;
  const beside =
    targets.length === 0
      ? undefined
      : datacenters.length > 0
        ? 'datacenters'
        : subset
          ? 'service_subset'
          : service
            ? 'service'
            : undefined;
  if (beside !== undefined) return `has targets and ${beside}; targets name everything themselves`;
  return datacenters.some((datacenter) => datacenter.kind === 'string' && datacenter.value === '')
    ? 'has an empty name among its datacenters'
    : undefined;
}

function targetFault(entry: Entry, target: Value): string | undefined {
  const enterprise = ['partition', 'namespace'].find((key) => textAt(target, key) !== '');
  const [service, subset, datacenter, peer] = ['service', 'service_subset', 'datacenter', 'peer'].map((key) =>
    textAt(target, key),
  );
  if (enterprise !== undefined) return `has ${enterprise}, which the community edition refuses`;
  if (peer && (subset || datacenter))
    return `names a peer and a ${subset ? 'service_subset' : 'datacenter'}; a peer decides about both itself`;
  const isOwn = !service || service === entry.name;
  return subset && isOwn && !subsetsOf(entry).has(subset)
    ? `names the subset ${quote(subset)}, which ${quote(entry.name)} does not have`
    : undefined;
}

const timeouts = ofEntries({
  id: 'service-resolver-timeout',
  kinds,
  keys: ['connect_timeout', 'request_timeout'],
  docs: 'Timeouts are not negative.',
  run: ({ value }, say) => {
    for (const key of ['connect_timeout', 'request_timeout']) {
      if ((numberAt(value, key) ?? 0) < 0) say(key, 'must not be negative');
    }
  },
});

const hashing = ['ring_hash', 'maglev'];

const loadBalancer = ofEntries({
  id: 'service-resolver-load-balancer',
  kinds,
  keys: ['load_balancer'],
  docs: 'Settings of one policy do not go with another; only ring_hash and maglev hash.',
  run: ({ value }, say) => {
    const base = 'load_balancer';
    const policy = textAt(value, `${base}.policy`);
    const own: readonly (readonly [string, string])[] = [
      ['ring_hash_config', 'ring_hash'],
      ['least_request_config', 'least_request'],
    ];
    for (const [key, wanted] of own) {
      if (find(value, `${base}.${key}`) && policy !== wanted)
        say(`${base}.${key}`, `is for the policy ${quote(wanted)}, and the policy is ${quote(policy)}`);
    }
    const policies = itemsAt(value, `${base}.hash_policies`);
    if (policies.length > 0 && !hashing.includes(policy))
      say(
        `${base}.hash_policies`,
        `is for the policies ring_hash and maglev, and the policy is ${quote(policy)}`,
      );
    for (const [i, hash] of policies.entries()) hashFaults(hash, `${base}.hash_policies[${i}]`, say);
  },
});

function hashFaults(hash: Value, at: string, say: Say): void {
  const [field, content] = [textAt(hash, 'field'), textAt(hash, 'field_value')];
  if (boolAt(hash, 'source_ip') && (field || content))
    say(
      at,
      'hashes the address of the caller or a field, not both; remove field and field_value, or source_ip',
    );
  else if (Boolean(field) !== Boolean(content)) say(at, 'needs both a field and a field_value, or neither');
  if (!find(hash, 'cookie_config')) return;
  if (field !== 'cookie') say(`${at}.cookie_config`, 'is for the field "cookie"');
  if (boolAt(hash, 'cookie_config.session') && (numberAt(hash, 'cookie_config.ttl') ?? 0) !== 0)
    say(`${at}.cookie_config`, 'has a session and a ttl; a session cookie ends with the session');
}

export const resolver: readonly Check[] = [subsets, redirect, failover, timeouts, loadBalancer];
