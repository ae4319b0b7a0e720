/** `--consul`, the release to check for, and `--config-format`, as `consul` takes it. */
import { consulReleases, newestConsulRelease, releaseProblem } from '../../index.ts';
import type { Flag } from '../command.ts';
import { CommandError, type ExitCode, usageError } from '../io.ts';

export const consulFlag: Flag = {
  flags: '-c, --consul <version>',
  docs: `Consul release to check for, such as 1.16 or 1.20.2 (default: ${newestConsulRelease})`,
  values: [...consulReleases],
};

/** The release as given, or the newest; a usage error where consul-cfg does not know it. */
export function consulVersion(text: string | undefined): string {
  if (text === undefined) return newestConsulRelease;
  const problem = releaseProblem(text);
  if (!problem) return text.replace(/^v/, '');
  const named = problem.kind === 'malformed' ? text : `Consul ${text}`;
  throw usageError(`${named} ${problem.reason}; known: ${consulReleases.join(', ')}`);
}

/** The release to lint for: an older one than is known is linted as the oldest, and the report says so. */
export const lintedVersion = (text: string): string =>
  releaseProblem(text)?.kind === 'older' ? text.replace(/^v/, '') : consulVersion(text);

export type ConfigFormat = 'json' | 'hcl';

/** Empty counts as absent, as for `consul validate`. */
export function configFormat(text: string | undefined, code: ExitCode): ConfigFormat | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === 'json' || text === 'hcl') return text;
  throw new CommandError(`--config-format must be json or hcl, not ${text}`, code);
}
