import { boolAt, find, itemsAt, numberAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type Say } from '../forms/entries.ts';
import { quote } from '../message.ts';
import { kinds } from './support/resolver.ts';

const hashing = ['ring_hash', 'maglev'];

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

export const entriesServiceResolverLoadBalancer = ofEntries({
  id: 'entries/service-resolver-load-balancer',
  kinds,
  keys: ['load_balancer'],
  docs: { summary: 'Settings of one policy do not go with another; only ring_hash and maglev hash.' },
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
