/** HCL to JSON, JSON to HCL, YAML to either. */
import { convert as convertSource } from '../app/convert/convert.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import type { JsonFinding } from '../report/json.ts';
import type { Source } from '../text/source/source.ts';
import { checkOptions, configFormats, type OptionTable } from './given/options.ts';
import { releaseOf } from './given/release.ts';
import { sourceOf } from './given/source.ts';
import { plainProblems } from './plain/problems.ts';

export interface ConvertOptions {
  readonly from: ConfigFormat | 'yaml';
  readonly to: ConfigFormat;
  /** The release of Consul that reads both. Default: the newest. */
  readonly consul?: string | undefined;
  /** The name of the file, by which an agent reads it and findings refer to it. Default: `input.hcl` and the like. */
  readonly file?: string | undefined;
  /** The name that the result gets, by which an agent reads it. Default: one that ends as `to`. */
  readonly as?: string | undefined;
}

export const convertOptions: OptionTable<Omit<ConvertOptions, 'file'>> = {
  from: [...configFormats, 'yaml'],
  to: configFormats,
  consul: 'any',
  as: 'any',
};

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
      readonly problems: readonly JsonFinding[];
      /** Why the target cannot express it so that an agent reads the same. */
      readonly inexpressible?: string;
      /** Completes "the file …": YAML of another program, hardly any of whose keys are options of an agent. */
      readonly foreign?: string;
    };

/**
 * Converts a configuration file so that it means the same to the agent, which is proven before the text is returned.
 *
 * @throws ConsulCfgError for a text that is not a release
 */
export async function convert(text: string | Uint8Array, options: ConvertOptions): Promise<ConvertedText> {
  checkOptions('convert()', options, { ...convertOptions, file: 'any' }, ['from', 'to']);
  const { file } = options;
  return convertedText('convert()', sourceOf(file ?? `input.${options.from}`, text), options);
}

export async function convertedText(
  caller: string,
  source: Source,
  { from, to, as, consul }: Omit<ConvertOptions, 'file'>,
  shown?: Parameters<typeof plainProblems>[1],
): Promise<ConvertedText> {
  const version = releaseOf(caller, consul);
  const foreign = from === 'yaml' ? await foreignYaml(source) : undefined;
  if (foreign !== undefined) return { text: undefined, problems: [], foreign };
  const result = await convertSource({ source, from, to, name: as, version });
  if ('problems' in result) return { text: undefined, problems: plainProblems(result.problems, shown) };
  if ('inexpressible' in result)
    return { text: undefined, problems: [], inexpressible: result.inexpressible };
  const { refusal, lostComments } = result;
  return { text: result.text, lostComments, ...(refusal !== undefined && { refusal }), problems: [] };
}

/** YAML is loaded only where it is read. */
const foreignYaml = async (source: Source): Promise<string | undefined> =>
  (await import('../app/convert/foreign.ts')).notAnAgents(source);
