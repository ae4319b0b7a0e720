/** `--consul`, the release to check for, and `--config-format`, as `consul` takes it. */
import type { ConfigFormat } from '../../model/load/file.ts';
import { isOlder, outsideRange } from '../../options/releases/older.ts';
import { defaultVersion, minorOf, minors } from '../../options/releases/versions.ts';
import type { Flag } from '../command.ts';
import { CommandError, type ExitCode, usageError } from '../io.ts';

export const consulFlag: Flag = {
  flags: '-c, --consul <version>',
  docs: `Consul release to check for, such as 1.16 or 1.20.2 (default: ${defaultVersion})`,
  values: [...minors],
};

/** The release as given, or the newest; a usage error where consul-cfg does not know it. */
export function consulVersion(text: string | undefined): string {
  if (text === undefined) return defaultVersion;
  if (minorOf(text)) return text.replace(/^v/, '');
  const outside = outsideRange(text);
  if (outside) throw usageError(`Consul ${text} ${outside}; known: ${minors.join(', ')}`);
  throw usageError(`${text} is not a release of Consul; known: ${minors.join(', ')}`);
}

/** The release to lint for: an older one than is known is linted as the oldest, and the report says so. */
export function lintedVersion(text: string): string {
  return isOlder(text) ? text.replace(/^v/, '') : consulVersion(text);
}

/** Empty counts as absent, as for `consul validate`. */
export function configFormat(text: string | undefined, code: ExitCode): ConfigFormat | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === 'json' || text === 'hcl') return text;
  throw new CommandError(`--config-format must be json or hcl, not ${text}`, code);
}
