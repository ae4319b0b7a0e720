/** What bringing rendered files to the hosts of a cluster changes there and asks for, as plain data. */
import type { Effort } from '../../model/change/effort.ts';
import type { PlainChange } from '../../model/change/plain.ts';
import type { Role } from '../../options/option.ts';
import type { UnitChange } from '../unit/compare.ts';

/** A file of one host. */
export interface RollOutFile {
  /** On the host: `/etc/consul.d/consul.json`. */
  readonly path: string;
  readonly kind: 'create' | 'update' | 'delete';
  /** Only its group may read it there. */
  readonly secret: boolean;
  /** What takes it up there, where that is not its agent; absent where nothing has to. */
  readonly asks?: string;
}

/** One host, and what is different there. */
export interface RollOutNode {
  readonly name: string;
  readonly role: Role;
  readonly datacenter: string;
  /** `removed`: it was rendered before, and is not in the manifest any more. */
  readonly kind: 'new' | 'changed' | 'same' | 'removed';
  /** What it takes until its agent runs as written. */
  readonly effort: Effort;
  readonly files: readonly RollOutFile[];
  /** Options of its agent, without secrets. */
  readonly changes: readonly PlainChange[];
  /** Directives of its unit, without secrets. */
  readonly unit: readonly UnitChange[];
}

/** What is done on some hosts. */
export interface RollOutStep {
  readonly action: 'start together' | 'copy' | 'start' | 'reload' | 'restart' | 'command' | 'leave';
  readonly datacenter: string;
  readonly nodes: readonly string[];
  /** How, in a sentence. */
  readonly how: string;
}

export interface RollOut {
  /** The directory that the manifest was compared with. */
  readonly against: string;
  /** The hardest of all nodes. */
  readonly effort: Effort;
  readonly nodes: readonly RollOutNode[];
  /** In this order. */
  readonly steps: readonly RollOutStep[];
  /** How many files with secrets are not compared, since the secrets or the files are not on this machine. */
  readonly notCompared: number;
}
