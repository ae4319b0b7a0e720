import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';

export const entriesProxyDefaultsName = ofEntries({
  id: 'entries/proxy-defaults-name',
  supersedes: ['entries/value'],
  kinds: ['proxy-defaults'],
  keys: ['name'],
  docs: {
    summary: 'A proxy-defaults entry has a name other than global.',
    rationale:
      'There is one proxy-defaults entry. The agent gives it the name global if it has none, and ' +
      'refuses any other.',
    bad: withEntry(`
      kind = "proxy-defaults"
      name = "web"
    `),
    good: withEntry(`
      kind = "proxy-defaults"
      name = "global"
    `),
  },
  run: (entry, report) => {
    if (entry.name !== '' && entry.name !== 'global')
      report('name', `must be "global", not ${quote(entry.name)}`);
  },
});
