/** Lint: everything that is wrong with files, nodes, clusters and manifests, and the texts after fixes. */
import type { Discovery } from '../../discovery/discover.ts';
import { lint as lintEstates, neededRules } from '../../engine/lint.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import { type Finding, tidy } from '../../finding.ts';
import type { FixRun } from '../../fix/fix.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import type { Source } from '../../text/source/source.ts';
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
  const session = await openSession(input);
  return isFailed(session) ? session : lintSession(session, options);
}

export async function lintSession(session: Session, { fix }: LintOptions = {}): Promise<LintResult | Failed> {
  const { found, manifests, input, configs } = session;
  const { settings, findings: ofSettings } = input.loaded;
  const entryRules = await neededRules(found.estates);
  const ofPatroni = await patroniLint(found.estates);
  const lintFound = ({ estates }: Discovery): Finding[] => {
    const ofEstates = lintEstates(ofPatroni(estates, settings), settings, entryRules);
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

type PatroniLint = (estates: readonly Estate[], settings: Settings) => readonly Estate[];

/** Loaded only where there is any of its files: they bring YAML with them. */
async function patroniLint(estates: readonly Estate[]): Promise<PatroniLint> {
  const isThere = estates.some(({ nodes, patroni }) => patroni || nodes.some((node) => node.patroni));
  return isThere ? (await import('../../engine/patroni.ts')).withPatroniFindings : (same) => same;
}

function filesIn(found: Discovery): number {
  const starting = found.estates.flatMap(({ texts = [] }) => texts);
  const parts = nodesIn(found).flatMap(({ files, unit }) => [...files, ...(unit?.texts ?? [])]);
  const others = found.estates.flatMap(({ entries = [], foreignFiles = [], policies = [] }) => [
    ...policies,
    ...entries.map(({ file }) => file),
    ...foreignFiles.map(({ file }) => file),
  ]);
  const sources = [...parts, ...others].map(({ source }) => source);
  return new Set([...sources, ...starting, ...patroniSources(found)].map(({ file }) => file)).size;
}

function patroniSources(found: Discovery): readonly Source[] {
  const patronis = [
    ...found.estates.flatMap(({ patroni = [] }) => patroni),
    ...nodesIn(found).flatMap(({ patroni }) => patroni ?? []),
  ];
  return patronis.flatMap(({ configs, services, environments, root }) => [
    ...configs,
    ...(root === undefined ? environments : []),
    ...services.flatMap(({ texts }) => texts.map(({ source }) => source)),
  ]);
}
