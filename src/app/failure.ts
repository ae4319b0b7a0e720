/** Why a use case could not run: a value, since mistyped and unreadable paths are expected. */
import type { DiscoveryProblem } from '../discovery/discover.ts';

export interface Failure {
  readonly kind:
    | DiscoveryProblem['kind']
    /** A symbolic link that leads out of the directory or repository of the file that was named. */
    | 'outside'
    /** A manifest where the files of agents are expected. */
    | 'manifest';
  readonly path: string;
  /** The reason of the file system, where it gives one; completes "the file …". */
  readonly why?: string;
}

export interface Failed {
  /** Never empty. */
  readonly failures: readonly Failure[];
}

export const isFailed = (result: object): result is Failed => 'failures' in result;

export const failed = (failure: Failure): Failed => ({ failures: [failure] });
