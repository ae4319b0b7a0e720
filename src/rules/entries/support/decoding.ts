/** What of a config entry cannot be read: its kind, its keys, the types of its values. */
import type { EntryFault } from '../../forms/entries.ts';

export const root = 'config_entries.bootstrap[]';

/** A key's or a value's place, in the form in which findings take one. */
export const asValue = ({ source, start, end }: EntryFault['at']) => ({
  kind: 'null' as const,
  source,
  start,
  end,
});
