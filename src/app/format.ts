/** Format: configuration files in one layout, without a change to what Consul reads. */
import { unreadable } from '../model/load/directory.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import { format as formatTree } from '../text/format.ts';
import { parse } from '../text/parse.ts';
import type { Problem } from '../text/source/problem.ts';
import { Source } from '../text/source/source.ts';
import { type Failed, failed, isFailed } from './failure.ts';
import { type ConfigFilesInput, configFiles } from './files/config-files.ts';

export interface Formatted {
  readonly source: Source;
  /** The text as it is where it is in the layout already, or has problems. */
  readonly text: string;
  /** Why the text stays as it is. */
  readonly problems: readonly Problem[];
}

export function format(source: Source, as: ConfigFormat, version: string): Formatted {
  return { source, ...formatTree(parse(source, as, { consul: version })) };
}

export async function formatFiles(input: ConfigFilesInput): Promise<readonly Formatted[] | Failed> {
  const found = await configFiles(input);
  if (isFailed(found)) return found;
  const formatted: Formatted[] = [];
  for (const { path, format: as } of found) {
    const bytes = input.files.read(path);
    if (!bytes) return failed(unreadable(path, input.files));
    formatted.push(format(Source.fromBytes(path, bytes), as, input.version));
  }
  return formatted;
}
