import { ofEntries } from '../forms/entries.ts';

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
  docs: { summary: 'Entries for a service, and JWT providers, are known by their names.' },
  run: ({ kind, name: given }, say) => {
    if (given === '') say('name', `is missing; a ${kind} needs the name that it is for`);
  },
});
