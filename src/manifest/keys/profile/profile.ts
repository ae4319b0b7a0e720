/** A profile: derived options for one use of a cluster, each with its reason. */
import type { Role } from '../../../options/option.ts';
import type { Setting } from '../key.ts';

/** What a profile may know of a node. */
export interface ProfileFacts {
  readonly role: Role;
  /** Servers of the node's datacenter that vote in the long run. */
  readonly servers: number;
}

export interface Profile {
  readonly docs: string;
  readonly settings: (facts: ProfileFacts) => readonly Setting[];
}
