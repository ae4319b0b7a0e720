import { ofEntries } from '../forms/entries.ts';
import { quote } from '../message.ts';

export const entriesProxyDefaultsName = ofEntries({
  id: 'entries/proxy-defaults-name',
  supersedes: ['entries/value'],
  kinds: ['proxy-defaults'],
  keys: ['name'],
  docs: { summary: 'There is one proxy-defaults entry, and its name is global.' },
  run: (entry, say) => {
    if (entry.name !== '' && entry.name !== 'global')
      say('name', `must be "global", not ${quote(entry.name)}`);
  },
});
