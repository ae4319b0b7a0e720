/** Lint: everything that is wrong with files, nodes, clusters and manifests, and the texts after fixes. */
import type { Discovery } from '../../discovery/discover.ts';
import { neededRules } from '../../engine/lint.ts';
import { type Finding, tidy } from '../../finding.ts';
import type { FixRun } from '../../fix/fix.ts';
import { type Failed, isFailed } from '../failure.ts';
import { lintEstates, patroniLint } from './found.ts';
import { type ReleaseNote, releaseNote } from './release-note.ts';
import { fixSession, openSession, type Session, type SessionInput } from './session.ts';
import { filesOf } from './sources.ts';

export interface LintOptions {
  /** Which fixes to make in the texts; default: none. */
  readonly fix?: 'safe' | 'all' | undefined;
}

export interface LintResult {
  /** Those that are left after the fixes. */
  readonly findings: readonly Finding[];
  /** How many files were read. */
  readonly files: number;
  /** The new texts, which nothing has written. */
  readonly fixes: FixRun | undefined;
  /** Undefined where only manifests are linted, which name their release. */
  readonly release: ReleaseNote | undefined;
}

export async function lint(input: SessionInput, options?: LintOptions): Promise<LintResult | Failed> {
  const session = await openSession(input);
  return isFailed(session) ? session : lintSession(session, options);
}

export async function lintSession(session: Session, { fix }: LintOptions = {}): Promise<LintResult | Failed> {
  const { found, manifests, input, configs } = session;
  const { release, stated } = input;
  const { settings, findings: ofSettings } = input.loaded;
  const entryRules = await neededRules(found.estates);
  const ofPatroni = await patroniLint(found.estates);
  const lintFound = ({ estates }: Discovery): Finding[] => {
    const ofEstates = lintEstates(estates, { release, stated, settings, entryRules, ofPatroni });
    // Whether an ignore of the settings is unused shows only where something is linted.
    const isUnknown = ({ rule }: Finding): boolean =>
      estates.length === 0 && rule === 'settings/unused-ignore';
    return tidy([...ofSettings, ...ofEstates.filter((finding) => !isUnknown(finding))]);
  };
  const fixes = fix && (await fixSession(session, lintFound, ({ safe }) => safe || fix === 'all'));
  if (fixes && isFailed(fixes)) return fixes;
  const findings = [...(fixes?.findings ?? lintFound(found))];
  // Loaded only when a manifest is named: it brings YAML and zod with it.
  if (manifests.length > 0) {
    const { lintManifests } = await import('./manifest.ts');
    const ofManifests = await lintManifests(manifests, input);
    if (isFailed(ofManifests)) return ofManifests;
    for (const finding of ofManifests) findings.push(finding);
  }
  const files = filesOf(found.estates).size + manifests.length;
  return { findings, files, fixes, release: configs.length > 0 ? releaseNote(session) : undefined };
}
