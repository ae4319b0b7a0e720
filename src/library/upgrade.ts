/** From one release of Consul to another. */
import { isFailed } from '../app/failure.ts';
import { type Upgrade, upgrade as upgradePaths } from '../app/lint/upgrade.ts';
import type { Decision } from '../fix/upgrade/decisions.ts';
import type { JsonFinding } from '../report/json.ts';
import { withoutSecretsOf } from '../secrets/run/hide.ts';
import { type FixedTexts, fixedTexts } from './files/fixed-texts.ts';
import { memorySession } from './files/memory-session.ts';
import type { Files, NodeFiles } from './given/input.ts';
import { checkOptions, type OptionTable } from './given/options.ts';
import { refuseDowngrade, refuseUnlessRelease, releaseOf } from './given/release.ts';
import { failedError } from './plain/failures.ts';
import { plainFinding } from './plain/report.ts';

export interface UpgradeOptions {
  /** The release that runs now, such as `1.10`. */
  readonly from: string;
  /** The release to upgrade to. Default: the newest. */
  readonly to?: string | undefined;
}

export const upgradeOptions: OptionTable<UpgradeOptions> = { from: 'any', to: 'any' };

/** What changed between two releases, and a person has to decide. */
export interface PlainDecision {
  /** The release from which on it counts. */
  readonly since: string;
  readonly message: string;
  /** The place that it concerns; absent where no file of an agent shows it. */
  readonly place?: {
    readonly node: string;
    readonly path: string;
    readonly file: string;
    /** From 1. */
    readonly line: number;
    /** From 1, in characters. */
    readonly column: number;
  };
}

export interface Upgraded extends FixedTexts {
  /** What an agent of the new release refuses after that. */
  readonly refused: readonly JsonFinding[];
  readonly decisions: readonly PlainDecision[];
}

/**
 * Moves deprecated options into their new form, and lists what the new release refuses and what a person must decide.
 *
 * @throws ConsulCfgError where nothing that was given is a configuration of Consul
 */
export async function upgrade(
  input: Files | readonly NodeFiles[],
  options: UpgradeOptions,
): Promise<Upgraded> {
  checkOptions('upgrade()', options, upgradeOptions);
  const { from, to } = options;
  const release = releaseOf('upgrade()', to);
  refuseUnlessRelease('upgrade()', 'from', from);
  refuseDowngrade('upgrade()', from, release);
  const result = await upgradePaths({
    ...(await memorySession('upgrade()', input, { consul: release })),
    from,
    release,
  });
  if (isFailed(result)) throw failedError('upgrade()', result);
  return upgradedOf(result);
}

function plainDecision({ since, message, place }: Decision): PlainDecision {
  if (!place) return { since, message };
  const { node, path, at } = place;
  const { source, start } = at;
  return {
    since,
    message: withoutSecretsOf(source, message),
    place: { ...withoutSecretsOf(source, { node, path }), file: source.file, ...source.position(start) },
  };
}

export const upgradedOf = ({ fixes, refused, decisions }: Upgrade): Upgraded => ({
  ...fixedTexts(fixes),
  refused: refused.map((finding) => plainFinding(finding)),
  decisions: decisions.map(plainDecision),
});
