/** Changes to text, as data: made by fixes and by the formatter, applied in one place. */
import type { Source } from './source.ts';

export interface TextEdit {
  readonly source: Source;
  /** Offsets into the source's text; equal for an insertion. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
