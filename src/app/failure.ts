/** Why a use case could not run: a value, since mistyped and unreadable paths are expected. */
import type { DiscoveryProblem } from '../discovery/discover.ts';
import type { PassedOverPaths } from '../discovery/kinds/passed-over.ts';

export interface Failure {
  readonly kind:
    | DiscoveryProblem['kind']
    /** A symbolic link that leads out of the directory or repository of the file that was named. */
    | 'outside'
    /** A manifest where the files of agents are expected. */
    | 'manifest';
  readonly path: string;
  /** What an empty directory holds nevertheless. */
  readonly saw?: PassedOverPaths;
  /** The reason of the file system, where it gives one; completes "the file …". */
  readonly why?: string;
}

export interface Failed {
  /** Never empty. */
  readonly failures: readonly Failure[];
  /** How the files were grouped, where some were found. */
  readonly grouping?: readonly string[];
}

export const isFailed = (result: object): result is Failed => 'failures' in result;

export const failed = (failure: Failure): Failed => ({ failures: [failure] });
