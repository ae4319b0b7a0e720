/** The values of a file, and of a node, that are still to be filled in: what they will be is not known. */
import type { Finding } from '../../finding.ts';
import {
  leftIn,
  type OptionContext,
  type Placeholder,
  placeholderIn,
} from '../../model/decode/placeholder.ts';
import type { ConfigFile } from '../../model/load/file.ts';
import { dependentOn } from '../../model/resolve/fold.ts';
import { defaultVersion } from '../../options/releases/versions.ts';
import { spanOf } from '../../text/source/source.ts';
import type { Value } from '../../text/tree/value.ts';
import { memo } from '../../util/memo.ts';
import type { Node } from '../subjects.ts';
import { collectSetOptions } from './set-options.ts';

export interface Unfilled extends Placeholder, Pick<OptionContext, 'path' | 'option'> {
  readonly value: Value;
}

/** Those that the agent reads as texts. Those that it refuses are findings of the file. */
export const unfilledIn = memo(({ value: root }: ConfigFile): readonly Unfilled[] => {
  const found: Unfilled[] = [];
  if (!root) return found;
  for (const { path, option, kind, value } of collectSetOptions(root).scalars) {
    if (value.kind !== 'string' || value.bare) continue;
    const placeholder = placeholderIn(kind, { path, option, version: defaultVersion }, value);
    if (placeholder) found.push({ ...placeholder, path, option, value });
  }
  return found;
});

/** What is reported of them, but for those that are findings of the file already. */
export function unfilledFindings(file: ConfigFile): Finding[] {
  const rule = 'option/placeholder';
  const known = new Set(
    file.findings.flatMap((finding) => (finding.rule === rule ? [finding.at.start] : [])),
  );
  return unfilledIn(file)
    .filter(({ value }) => !known.has(value.start))
    .map(({ path, option, value, ...found }) => ({
      rule,
      severity: found.certain || !found.fits ? 'warning' : 'info',
      at: spanOf(value),
      path,
      message: `${leftIn(found, path, option.secret === true)}, and Consul reads it literally; write the value, or fill in the template first`,
    }));
}

/** One name may become the addresses of any number of servers. */
const isOfJoin = /^(?:retry|start)_join\b/;

/** The options of a node whose values are not known, items of lists by the name of the list. */
export const unknownOptions = memo(({ files, command, unknown }: Node): ReadonlySet<string> => {
  const paths = files.flatMap((file) => [
    ...unfilledIn(file).flatMap(({ path, certain }) => (certain || isOfJoin.test(path) ? [path] : [])),
    ...file.findings.flatMap(({ rule, path }) => (rule === 'option/placeholder' && path ? [path] : [])),
  ]);
  const filledIn = [...(command?.flags.unknown.keys() ?? []), ...(unknown?.keys() ?? [])];
  const named = [...paths.map((path) => path.replace(/\[\d+\]$/, '')), ...filledIn];
  return new Set(named.flatMap(dependentOn));
});
