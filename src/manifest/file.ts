/** A file for a host, in memory. What a build gives; nothing here knows of a disk. */
export interface OutFile {
  /** Below the output directory, with `/`: `pg-srv1/etc/consul.d/consul.json`. */
  readonly path: string;
  /** As installed on the host, such as `0o640`. */
  readonly mode: number;
  /** As installed on the host, such as `root:consul`. */
  readonly owner: string;
  readonly content: string;
  /** Holds a key, token or password: never shown, never readable by others. */
  readonly secret: boolean;
}
