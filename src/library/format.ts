/** One layout for configuration files. */
import { format as formatSource } from '../app/format.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import { Source } from '../text/source/source.ts';
import { releaseOf } from './given/release.ts';
import { type PlainProblem, plainProblem } from './plain/problems.ts';

export interface FormatOptions {
  /** Default: `hcl`. */
  readonly format?: ConfigFormat | undefined;
  /** The release of Consul that reads the file. Default: the newest. */
  readonly consul?: string | undefined;
}

export interface FormattedText {
  /** The text as it is where it is in the layout already, or has problems. */
  readonly text: string;
  /** Why the text stays as it is. */
  readonly problems: readonly PlainProblem[];
}

/**
 * One option a line, values and comments in columns, as `consul-cfg fmt` does. What Consul reads never changes.
 *
 * @throws ConsulCfgError for a text that is not a release
 */
export function format(text: string, { format: as = 'hcl', consul }: FormatOptions = {}): FormattedText {
  const formatted = formatSource(new Source(`input.${as}`, text), as, releaseOf('format()', consul));
  return { text: formatted.text, problems: formatted.problems.map(plainProblem) };
}
