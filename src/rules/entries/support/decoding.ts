/** Faults of decoding an entry: its kind, its keys, the types of its values. */
import type { EntryFault } from '../../forms/entries.ts';

export const root = 'config_entries.bootstrap[]';

/** The location of a key or value as a value, which reports take. */
export const asValue = ({ source, start, end }: EntryFault['at']) => ({
  kind: 'null' as const,
  source,
  start,
  end,
});
