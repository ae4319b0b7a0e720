import { byteLength } from '../../model/grammar/text.ts';
import { itemsAt, objectAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { actions, isPartialWildcard, kinds } from './support/intentions.ts';

const maxDescription = 512;

interface Fault {
  /** Below the source; empty for the source itself. */
  readonly key: '' | '.action' | '.type';
  readonly message: string;
}

function sourceFault(source: Value, isForAll: boolean): Fault | undefined {
  const [action, type] = ['action', 'type'].map((key) => textAt(source, key));
  const permissions = itemsAt(source, 'permissions').length;
  const message = identityFault(source);
  if (message !== undefined) return { key: '', message };
  if (type && type !== 'consul') return { key: '.type', message: `must be "consul", not ${quote(type)}` };
  if (permissions === 0 && !action)
    return { key: '', message: 'needs an action, "allow" or "deny", or permissions' };
  if (permissions === 0 && !actions.includes(action ?? ''))
    return { key: '.action', message: `must be "allow" or "deny", not ${quote(action ?? '')}` };
  if (permissions > 0 && action) return { key: '', message: 'has both permissions and an action; keep one' };
  return permissions > 0 && isForAll
    ? { key: '', message: 'has permissions, which an entry for all services ("*") cannot have' }
    : undefined;
}

function identityFault(source: Value): string | undefined {
  const name = textAt(source, 'name');
  if (!name) return 'has no name, and the agent refuses the entry without one; write name';
  if (isPartialWildcard(name)) return `must be a name or "*", not ${quote(name)}`;
  if (textAt(source, 'peer').includes('*')) return 'must name one peer, without a wildcard';
  if (textAt(source, 'sameness_group') !== '')
    return 'names a sameness group, which the community edition refuses';
  if (byteLength(textAt(source, 'description')) > maxDescription)
    return `has a description longer than ${maxDescription} bytes; shorten it`;
  return hasLegacy(source) ? 'has legacy_ keys, which Consul sets itself; remove them' : undefined;
}

/** Times and ids of older intentions, except those that the agent clears itself. */
const hasLegacy = (source: Value): boolean => (objectAt(source, 'legacy_meta')?.members.size ?? 0) > 0;

export const entriesIntentionsSources = ofEntries({
  id: 'entries/intentions-sources',
  kinds,
  keys: ['sources'],
  supersedes: ['entries/value'],
  docs: {
    summary: 'A source of intentions is incomplete, listed twice, or has conflicting settings.',
    rationale:
      'A source needs a name that is a service or "*", and either an action or permissions; permissions ' +
      'are refused in an entry for all services. The agent also refuses a source listed twice, a ' +
      'wildcard peer, a type other than consul, a description above 512 bytes, legacy_meta, and ' +
      'sameness groups, which belong to Consul Enterprise.',
    bad: withEntry(`
      kind = "service-intentions"
      name = "web"
      sources {
        name = "api"
      }
    `),
    good: withEntry(`
      kind = "service-intentions"
      name = "web"
      sources {
        name = "api"
        action = "allow"
      }
    `),
  },
  run: ({ value, name }, report) => {
    const seen = new Set<string>();
    for (const [i, source] of itemsAt(value, 'sources').entries()) {
      const at = `sources[${i}]`;
      const fault = sourceFault(source, name === '*');
      if (fault) report(`${at}${fault.key}`, fault.message);
      const key = JSON.stringify([textAt(source, 'name'), textAt(source, 'peer')]);
      if (seen.has(key)) report(at, `repeats the source ${quote(textAt(source, 'name'))}; keep one`);
      seen.add(key);
    }
  },
});
