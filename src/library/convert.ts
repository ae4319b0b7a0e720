/** HCL to JSON, JSON to HCL, YAML to either. */
import { convert as convertSource } from '../app/convert/convert.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import { Source } from '../text/source/source.ts';
import { releaseOf } from './given/release.ts';
import { type PlainProblem, plainProblem } from './plain/problems.ts';

export interface ConvertOptions {
  readonly from: ConfigFormat | 'yaml';
  readonly to: ConfigFormat;
  /** The release of Consul that reads both. Default: the newest. */
  readonly consul?: string | undefined;
}

export type ConvertedText =
  | {
      readonly text: string;
      /** How many comments the target has no place for. */
      readonly lostComments: number;
      /** Why no agent reads the source as it is, though its meaning is clear. */
      readonly refusal?: string;
      readonly problems: readonly [];
    }
  | {
      /** The source is not understood, or the target cannot express it. */
      readonly text: undefined;
      readonly problems: readonly PlainProblem[];
      /** Why the target cannot express it so that an agent reads the same. */
      readonly inexpressible?: string;
    };

/**
 * Converts a configuration file so that it means the same to the agent, which is proven before the text is returned.
 *
 * @throws ConsulCfgError for a text that is not a release
 */
export async function convert(text: string, { from, to, consul }: ConvertOptions): Promise<ConvertedText> {
  const source = new Source(`input.${from}`, text);
  const result = await convertSource({ source, from, to, version: releaseOf('convert()', consul) });
  if ('problems' in result) return { text: undefined, problems: result.problems.map(plainProblem) };
  if ('inexpressible' in result)
    return { text: undefined, problems: [], inexpressible: result.inexpressible };
  const { refusal, lostComments } = result;
  return { text: result.text, lostComments, ...(refusal !== undefined && { refusal }), problems: [] };
}
