/** The one configuration that an agent makes of files and directories of this machine. */
import { machineFiles } from '../../../app/machine/files.ts';
import type { Agent } from '../../../model/agent.ts';
import type { ConfigFormat } from '../../../model/load/file.ts';
import { type CompareOptions, type Comparison, comparisonOf } from '../../compare.ts';
import { readAgentOf } from '../../files/agent.ts';
import { givenPaths } from '../../given/checks.ts';
import { checkOptions, configFormats } from '../../given/options.ts';
import { releaseOf } from '../../given/release.ts';
import { type Merged, type MergeOptions, mergedOf } from '../../merge.ts';
import { directoryOf, type PathOptions, type Paths, pathOptions, shownFindings } from '../paths.ts';

export interface FormatChoice {
  /** How every file is read, whatever its name, as `-config-format` of an agent. Default: by the names of files. */
  readonly format?: ConfigFormat | undefined;
}

/**
 * The one configuration that an agent makes of files and directories.
 *
 * @throws InputError where the agent cannot read a file, with all reasons
 */
export function merge(paths: Paths, options: MergeOptions & PathOptions & FormatChoice = {}): Merged {
  const known = { ...pathOptions, consul: 'any', defaults: 'any', format: configFormats } as const;
  checkOptions('merge()', options, known);
  return mergedOf(agentAt('merge()', paths, options), options.defaults ?? false);
}

/**
 * What changed between two configurations of an agent, and what it takes to apply the change.
 *
 * @throws InputError where the agent cannot read a file, with all reasons
 */
export function compare(before: Paths, after: Paths, options: CompareOptions & PathOptions = {}): Comparison {
  checkOptions('compare()', options, { ...pathOptions, consul: 'any' });
  return comparisonOf(agentAt('compare()', before, options), agentAt('compare()', after, options));
}

function agentAt(caller: string, given: Paths, options: CompareOptions & PathOptions & FormatChoice): Agent {
  const paths = givenPaths(caller, given);
  const version = releaseOf(caller, options.consul);
  const input = { paths, files: machineFiles(directoryOf(options)), version, format: options.format };
  return readAgentOf(caller, input, (findings) => shownFindings(findings, paths, options));
}
