/** Lint: everything that is wrong with files, nodes, clusters and manifests, and the texts after fixes. */
import type { Discovery } from '../../discovery/discover.ts';
import { lint as lintEstates, neededRules } from '../../engine/lint.ts';
import { type Finding, tidy } from '../../finding.ts';
import type { FixRun } from '../../fix/fix.ts';
import { type Failed, isFailed } from '../failure.ts';
import { forRelease, type ReleaseNote, releaseNote } from './release-note.ts';
import { fixSession, nodesIn, openSession, type Session, type SessionInput } from './session.ts';

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
  const session = openSession(input);
  return isFailed(session) ? session : lintSession(session, options);
}

export async function lintSession(session: Session, { fix }: LintOptions = {}): Promise<LintResult | Failed> {
  const { found, manifests, input, configs } = session;
  const { settings, findings: ofSettings } = input.loaded;
  const entryRules = await neededRules(found.estates);
  const lintFound = ({ estates }: Discovery): Finding[] => {
    const ofEstates = lintEstates(estates, settings, entryRules);
    // Whether an ignore of the settings is unused shows only where something is linted.
    const isUnknown = ({ rule }: Finding): boolean =>
      estates.length === 0 && rule === 'settings/unused-ignore';
    const all = tidy([...ofSettings, ...ofEstates.filter((finding) => !isUnknown(finding))]);
    return all.map(forRelease(input));
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
  const release = configs.length > 0 ? releaseNote(session) : undefined;
  return { findings, files: filesIn(found) + manifests.length, fixes, release };
}

function filesIn(found: Discovery): number {
  const parts = nodesIn(found).flatMap(({ files, unit }) => [...files, ...(unit?.texts ?? [])]);
  const others = found.estates.flatMap(({ entries = [], strangers = [] }) => [
    ...entries.map(({ file }) => file),
    ...strangers.map(({ file }) => file),
  ]);
  return new Set([...parts, ...others].map(({ source }) => source.file)).size;
}
