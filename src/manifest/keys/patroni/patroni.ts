/** How the Patroni next to an agent uses it as its store. */
import type { Span } from '../../../text/source/source.ts';
import type { StringValue } from '../../../text/tree/value.ts';

export interface Patroni {
  /** Where the manifest has `patroni`; undefined where it has only the profile of that name. */
  readonly at: Span | undefined;
  /** Empty for any. */
  readonly scopes: readonly string[];
  /** Prefix of the keys, without slashes. */
  readonly namespace: string;
  readonly registerService: boolean;
  readonly consistency: string | undefined;
  readonly token: StringValue | undefined;
  /** Group that may read the token. */
  readonly group: string;
}

/** Used where the manifest has no `patroni`. */
export const defaultPatroni: Patroni = {
  at: undefined,
  scopes: [],
  namespace: 'service',
  registerService: false,
  consistency: undefined,
  token: undefined,
  group: 'postgres',
};
