/** A preset: settings that belong together, each with its reason. They yield to everything the manifest says. */
import type { Role } from '../../options/option.ts';
import type { Span } from '../../text/source/source.ts';
import type { Value } from '../../text/tree/value.ts';
import type { Plain } from '../values.ts';

export interface Setting {
  /** Such as `autopilot.min_quorum`. */
  readonly path: string;
  readonly value: Plain | Value;
  /** Completes "set because …" in `render --explain`; undefined where the value's place in the manifest says it. */
  readonly why: string | undefined;
  /** The place in the manifest that it follows from; else the node's name. */
  readonly at?: Span;
}

/** What a preset may know of the node that it is for. */
export interface PresetFacts {
  readonly role: Role;
  /** Servers of the node's datacenter that vote in the long run. */
  readonly servers: number;
}

export interface Preset {
  readonly docs: string;
  readonly settings: (facts: PresetFacts) => readonly Setting[];
}
