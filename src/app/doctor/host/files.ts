/** Owner and mode of the files of this machine's agents, as `lint --on-host` looks at them. */
import { neededRules } from '../../../engine/lint.ts';
import type { Finding } from '../../../finding.ts';
import { lintRules } from '../../../rules/generated/lint-rules.ts';
import { lintEstates, patroniLint } from '../../lint/found.ts';
import type { Session } from '../../lint/session.ts';

/** Of the rules about units, those that ask the disk for owner and mode. */
const ofUnits: readonly string[] = ['unit/unreadable-config', 'unit/unreadable-file'];

const looked: ReadonlySet<string> = new Set([
  ...lintRules.filter(({ source }) => source === 'host').map(({ id }) => id),
  ...ofUnits,
]);

export async function hostFileFindings({ found, input }: Session): Promise<readonly Finding[]> {
  const { release, stated, loaded } = input;
  const { estates } = found;
  const findings = lintEstates(estates, {
    release,
    stated,
    settings: loaded.settings,
    entryRules: await neededRules(estates),
    ofPatroni: await patroniLint(estates),
  });
  return findings.filter(({ rule }) => looked.has(rule)).map(({ fix: _, ...finding }) => finding);
}
