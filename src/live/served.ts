/** The certificate that a port of an agent shows. */
export type Served =
  | {
      readonly kind: 'certificate';
      /** The common name. */
      readonly subject: string;
      /** DNS names and IP addresses that it is for, lower-cased. */
      readonly names: readonly string[];
      /** The last day of its validity, `2026-12-31`. */
      readonly date: string;
      /** Whole days until then; negative when it has expired. */
      readonly daysLeft: number;
      /** For how many days it is valid in all. */
      readonly days: number;
      /** It is not valid yet. */
      readonly isEarly: boolean;
      /** Certainly no CA that was given has signed it; of one that has expired this is not known. */
      readonly isStrange: boolean;
    }
  /** The port cannot be reached, or shows none. */
  | { readonly kind: 'none' };

export interface Port {
  readonly host: string;
  readonly port: number;
  /** `rpc` is the port of servers, which wants a byte of its own before TLS. */
  readonly protocol: 'tls' | 'rpc';
  /** PEM of the CAs that must have signed it, instead of those of the caller. */
  readonly ca?: string | undefined;
}

/** Looks at one port. It never throws. */
export type ServedBy = (port: Port) => Promise<Served>;
