/** Faults of decoding an entry: its kind, its keys, the types of its values. */

import { spanOf } from '../../../text/source/source.ts';
import type { NullValue } from '../../../text/tree/value.ts';
import type { EntryFault } from '../../forms/entries.ts';

export const root = 'config_entries.bootstrap[]';

/** The location of a key or value as a value, which reports take. */
export const asValue = (at: EntryFault['at']): NullValue => ({ kind: 'null', ...spanOf(at) });
