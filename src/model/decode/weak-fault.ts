/** What the lenient decoder reports, and how it is called. */
import type { Option, Section } from '../../options/option.ts';
import type { Member, Value } from '../../text/tree/value.ts';

export interface WeakFault {
  readonly code: 'unknown' | 'version' | 'enterprise' | 'twice' | 'type' | 'crash';
  readonly path: string;
  /** The value, or for `unknown`, `version`, `enterprise` and `twice` the key. */
  readonly at: Value | Member['key'];
  readonly option?: Option;
  /** For `type`: what the value must be. */
  readonly wants?: string;
  readonly section?: Section;
  readonly key?: string;
}

export interface WeakOptions {
  readonly version: string;
  /** Keys that the section does not know are read over instead of refused. */
  readonly open?: boolean;
  /** Keys that are read over, in exactly this spelling, such as `kind`. */
  readonly also?: readonly string[];
  readonly onFault: (fault: WeakFault) => void;
}

/** What holds at every level. */
export type Below = Omit<WeakOptions, 'also'>;
