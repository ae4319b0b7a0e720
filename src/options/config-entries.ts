/** Config entries that the leader creates when it starts, unless they exist. */
import { any, list, map } from './kinds.ts';
import { option, type Section } from './option.ts';

export const configEntries: Section = {
  bootstrap: option(list(map(any)), 'Entries to create unless there is one of that kind and name.'),
};
