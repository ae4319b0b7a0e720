/** A preset: settings that belong together, each with its reason. They yield to everything the manifest says. */
import type { Role } from '../../options/option.ts';
import type { Plain } from '../values.ts';

export interface Setting {
  /** Such as `autopilot.min_quorum`. */
  readonly path: string;
  readonly value: Plain;
  /** Completes "set because …" in `render --explain`. */
  readonly why: string;
}

/** What a preset may know of the node that it is for. */
export interface PresetFacts {
  readonly role: Role;
  /** Voting servers of the node's datacenter. */
  readonly servers: number;
}

export interface Preset {
  readonly docs: string;
  readonly settings: (facts: PresetFacts) => readonly Setting[];
}
