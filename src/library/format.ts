/** One layout for configuration files. */
import { type Formatted, format as formatSource } from '../app/format.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import type { JsonFinding } from '../report/json.ts';
import { checkOptions, configFormats } from './given/options.ts';
import { releaseOf } from './given/release.ts';
import { sourceOf } from './given/source.ts';
import { plainProblems } from './plain/problems.ts';

export interface FormatOptions {
  /** Default: `hcl`. */
  readonly format?: ConfigFormat | undefined;
  /** The release of Consul that reads the file. Default: the newest. */
  readonly consul?: string | undefined;
  /** The name of the file in findings. Default: `input.hcl` or `input.json`. */
  readonly file?: string | undefined;
}

export interface FormattedText {
  /** The text as it is where it is in the layout already, or has problems. */
  readonly text: string;
  /** Whether it differs from what was given. */
  readonly changed: boolean;
  /** Why the text stays as it is. */
  readonly problems: readonly JsonFinding[];
}

/**
 * One option a line, values and comments in columns, as `consul-cfg fmt` does. What Consul reads never changes.
 *
 * @throws ConsulCfgError for a text that is not a release
 */
export function format(text: string | Uint8Array, options: FormatOptions = {}): FormattedText {
  checkOptions('format()', options, { format: configFormats, consul: 'any', file: 'any' });
  const { format: as = 'hcl', consul, file = `input.${as}` } = options;
  return formattedText(formatSource(sourceOf(file, text), as, releaseOf('format()', consul)));
}

export const formattedText = ({ source, text, problems }: Formatted): FormattedText => ({
  text,
  changed: text !== source.text,
  problems: plainProblems(problems),
});
