/** `tls`, `acl`, `federation` and `patroni` of a manifest, read. */
import type { Span } from '../../text/source/source.ts';
import type { ObjectValue, StringValue } from '../../text/tree/value.ts';
import type { clientTls } from './schema.ts';

export interface Security {
  readonly tls: Tls | undefined;
  /** Members of the option `acl`, tokens as references. */
  readonly acl: ObjectValue | undefined;
  readonly federation: Federation | undefined;
  readonly patroni: Patroni | undefined;
}

/** A path with placeholders, and where it stands. */
export interface Pattern {
  readonly text: string;
  readonly at: Span;
}

export interface Tls {
  readonly at: Span;
  readonly ca: Pattern;
  readonly cert: Pattern;
  readonly key: Pattern;
  readonly clients: (typeof clientTls)[number];
  /** Port of the HTTPS API; undefined for none. */
  readonly https: number | undefined;
  readonly verifyIncomingHttps: boolean;
  readonly introTokenFile: Pattern | undefined;
}

export interface Federation {
  readonly at: Span;
  /** Lower-cased; undefined for the first datacenter of the manifest. */
  readonly primary: string | undefined;
  readonly throughGateways: boolean;
  readonly primaryGateways: readonly string[];
}

export interface Patroni {
  /** Empty for "any". */
  readonly scopes: readonly string[];
  /** Prefix of the keys, without slashes. */
  readonly namespace: string;
  readonly registerService: boolean;
  readonly consistency: string | undefined;
  readonly token: StringValue | undefined;
  /** Group that may read the token. */
  readonly group: string;
}

/** Where the manifest says nothing of Patroni but that it is there. */
export const usualPatroni: Patroni = {
  scopes: [],
  namespace: 'service',
  registerService: false,
  consistency: undefined,
  token: undefined,
  group: 'postgres',
};
