import { byteLength } from '../../model/grammar/text.ts';
import { itemsAt, objectAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries } from '../forms/entries.ts';
import { quote } from '../message.ts';
import { actions, isPartialWildcard, kinds } from './support/intentions.ts';

const maxDescription = 512;

function sourceFault(source: Value, isForAll: boolean): string | undefined {
  const [name, peer, action, type] = ['name', 'peer', 'action', 'type'].map((key) => textAt(source, key));
  const permissions = itemsAt(source, 'permissions').length;
  if (!name) return 'needs a name';
  if (isPartialWildcard(name)) return `must be a name or "*", not ${quote(name)}`;
  if (peer?.includes('*')) return 'must name its peer without wildcard';
  if (textAt(source, 'sameness_group') !== '')
    return 'names a sameness group, which the community edition refuses';
  if (byteLength(textAt(source, 'description')) > maxDescription)
    return `has a description longer than ${maxDescription} bytes`;
  if (hasLegacy(source)) return 'has legacy_ keys, which Consul sets itself; remove them';
  if (type && type !== 'consul') return `has the type ${quote(type)}; there is only "consul"`;
  if (permissions === 0 && !actions.includes(action ?? ''))
    return 'needs an action, "allow" or "deny", or permissions';
  if (permissions > 0 && action) return 'has permissions and an action; keep one';
  return permissions > 0 && isForAll
    ? 'has permissions, which an entry for all services ("*") cannot have'
    : undefined;
}

/** Times and ids of older intentions; those that normalizing clears do no harm. */
const hasLegacy = (source: Value): boolean => (objectAt(source, 'legacy_meta')?.members.size ?? 0) > 0;

export const entriesIntentionsSources = ofEntries({
  id: 'entries/intentions-sources',
  kinds,
  keys: ['sources'],
  docs: { summary: 'Each source is named once and has an action, allow or deny, or else permissions.' },
  run: ({ value, name }, say) => {
    const seen = new Set<string>();
    for (const [i, source] of itemsAt(value, 'sources').entries()) {
      const at = `sources[${i}]`;
      const fault = sourceFault(source, name === '*');
      if (fault) say(at, fault);
      const key = JSON.stringify([textAt(source, 'name'), textAt(source, 'peer')]);
      if (seen.has(key)) say(at, `names ${quote(textAt(source, 'name'))} a second time`);
      seen.add(key);
    }
  },
});
