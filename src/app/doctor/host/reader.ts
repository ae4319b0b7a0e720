/** What this machine says of the service of an agent: a port, so that tests bring their own. */

/** The properties of a unit, or why there are none; the reason is a sentence without its end. */
export type Answered =
  | { readonly kind: 'unit'; readonly properties: ReadonlyMap<string, string> }
  | { readonly kind: 'none'; readonly reason: string };

/** A binary on disk, and what was started from it. */
export interface Program {
  /** `1.20.2`; undefined where it does not say so, or others may change it, so that it is not started. */
  readonly release: string | undefined;
  /** When the file came here, in milliseconds since 1970. */
  readonly changed: number | undefined;
  /** Whether the process runs another file than lies there now; absent where this account may not look. */
  readonly isReplaced?: boolean;
}

export interface HostReader {
  readonly unit: (name: string, properties: readonly string[]) => Promise<Answered>;
  /** @param pid the process that was started from it; 0 for none */
  readonly program: (path: string, pid: number) => Promise<Program>;
}
