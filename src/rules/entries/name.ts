import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';

const named = [
  'service-defaults',
  'service-router',
  'service-splitter',
  'service-resolver',
  'service-intentions',
  'jwt-provider',
];

export const entriesName = ofEntries({
  id: 'entries/name',
  kinds: named,
  keys: ['name'],
  docs: {
    summary: 'A config entry has no name.',
    rationale:
      'Entries of the kinds service-defaults, service-router, service-splitter, service-resolver, ' +
      'service-intentions and jwt-provider are stored by name, and the agent refuses one without it. ' +
      'proxy-defaults and mesh need none.',
    bad: withEntry(`
      kind = "service-defaults"
      protocol = "http"
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "web"
      protocol = "http"
    `),
  },
  run: ({ kind, name: given }, report) => {
    if (given === '') report('name', `is missing; every ${kind} entry needs one`);
  },
});
