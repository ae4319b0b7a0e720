import { boolAt, find, itemsAt, numberAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type ReportKey } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { kinds } from './support/resolver.ts';

const hashing = ['ring_hash', 'maglev'];

function hashFaults(hash: Value, at: string, report: ReportKey): void {
  const [field, content] = [textAt(hash, 'field'), textAt(hash, 'field_value')];
  if (boolAt(hash, 'source_ip') && (field || content))
    report(at, 'has both source_ip and a field; remove field and field_value, or source_ip');
  else if (Boolean(field) !== Boolean(content))
    report(at, 'needs both a field and a field_value, or neither');
  if (!find(hash, 'cookie_config')) return;
  if (field !== 'cookie')
    report(`${at}.cookie_config`, 'is only for the field "cookie"; remove it, or set that field');
  if (boolAt(hash, 'cookie_config.session') && (numberAt(hash, 'cookie_config.ttl') ?? 0) !== 0)
    report(`${at}.cookie_config`, 'has both session and ttl, but a session cookie has no ttl; remove one');
}

export const entriesServiceResolverLoadBalancer = ofEntries({
  id: 'entries/service-resolver-load-balancer',
  kinds,
  keys: ['load_balancer'],
  docs: {
    summary: 'Settings of one load-balancing policy are combined with another one.',
    rationale:
      'ring_hash_config and least_request_config belong to the policies of their names, and ' +
      'hash_policies to ring_hash and maglev. A hash policy has either source_ip or a field with its ' +
      'value, and cookie_config only with the field cookie. The agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "service-resolver"
      name = "web"
      load_balancer {
        policy = "least_request"
        hash_policies {
          source_ip = true
        }
      }
    `),
    good: withEntry(`
      kind = "service-resolver"
      name = "web"
      load_balancer {
        policy = "maglev"
        hash_policies {
          source_ip = true
        }
      }
    `),
  },
  run: ({ value }, report) => {
    const base = 'load_balancer';
    const policy = textAt(value, `${base}.policy`);
    const own: readonly (readonly [string, string])[] = [
      ['ring_hash_config', 'ring_hash'],
      ['least_request_config', 'least_request'],
    ];
    for (const [key, wanted] of own) {
      if (find(value, `${base}.${key}`) && policy !== wanted)
        report(
          `${base}.${key}`,
          `is only for the policy ${quote(wanted)}, but the policy is ${quote(policy)}; remove it, or set that policy`,
        );
    }
    const policies = itemsAt(value, `${base}.hash_policies`);
    if (policies.length > 0 && !hashing.includes(policy))
      report(
        `${base}.hash_policies`,
        `is only for the policies "ring_hash" and "maglev", but the policy is ${quote(policy)}; remove it, or set one of these`,
      );
    for (const [i, hash] of policies.entries()) hashFaults(hash, `${base}.hash_policies[${i}]`, report);
  },
});
