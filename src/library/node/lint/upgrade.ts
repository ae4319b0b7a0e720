/** Files of this machine from one release of Consul to another. */
import { isFailed } from '../../../app/failure.ts';
import { upgrade as upgradeSession } from '../../../app/lint/upgrade.ts';
import { checkOptions } from '../../given/options.ts';
import { refuseDowngrade, refuseUnlessRelease, releaseOf } from '../../given/release.ts';
import { failedError } from '../../plain/failures.ts';
import { type Upgraded, type UpgradeOptions, upgradedOf, upgradeOptions } from '../../upgrade.ts';
import { type PathLintOptions, type PathOptions, type Paths, pathOptions, shownFindings } from '../paths.ts';
import { writeFixed } from '../rewrite.ts';
import { pathSession } from '../session.ts';

export interface PathUpgradeOptions extends UpgradeOptions, PathOptions, Pick<PathLintOptions, 'observe'> {
  /** Write the files, all of them or none. Default: false. */
  readonly write?: boolean | undefined;
}

/**
 * Moves deprecated options of files into their new form, and lists what the new release refuses and what to decide.
 *
 * @throws InputError where a path cannot be read or holds no configuration, and with `write` for a file that is not UTF-8
 * @throws DiskError where a file cannot be written
 */
export async function upgrade(paths: Paths, options: PathUpgradeOptions): Promise<Upgraded> {
  checkOptions('upgrade()', options, { ...upgradeOptions, ...pathOptions, observe: 'any', write: 'any' });
  const { from, to, cwd, observe, write = false } = options;
  const release = releaseOf('upgrade()', to);
  refuseUnlessRelease('upgrade()', 'from', from);
  refuseDowngrade('upgrade()', from, release);
  const session = await pathSession('upgrade()', paths, { cwd, observe, consul: release });
  const result = await upgradeSession({ ...session, from, release });
  if (isFailed(result)) throw failedError('upgrade()', result);
  const upgraded = upgradedOf({ ...result, refused: shownFindings(result.refused, paths, options) });
  if (write) writeFixed(upgraded, { cwd });
  return upgraded;
}
