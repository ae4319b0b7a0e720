/** One configuration file, read: its text, its values and what is wrong with its syntax. */
import type { Finding } from '../../finding.ts';
import type { Source } from '../../text/source/source.ts';
import type { ObjectValue } from '../../text/tree/value.ts';

export type ConfigFormat = 'hcl' | 'json';

export interface ConfigFile {
  readonly source: Source;
  readonly format: ConfigFormat;
  /** As the parser left it: keys as written, blocks as lists. Undefined where nothing could be read. */
  readonly raw: ObjectValue | undefined;
  /** As the agent decodes it: canonical keys, one-element lists unwrapped, deprecated keys kept as written. */
  readonly value: ObjectValue | undefined;
  /** Syntax and decoding problems. */
  readonly findings: readonly Finding[];
  /** The agent's parser refuses the text; `raw` then holds what recovery could save. */
  readonly refused?: boolean;
  /** It is a template with statements: what the agent will read is not known. */
  readonly template?: true;
  /** A part of its meaning was guessed: in such a file only the syntax is fixed. */
  readonly guessed?: true;
}
