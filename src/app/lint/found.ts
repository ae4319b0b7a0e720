/** What is reported of estates, and the texts that they were read from: the same for a command and for an editor. */
import { lint } from '../../engine/lint.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { Finding } from '../../finding.ts';
import type { AgentRule } from '../../rules/rule.ts';
import { readWith } from '../../secrets/run/run.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import { forRelease, type KnownReleases } from './release-note.ts';
import { sourcesOf } from './sources.ts';

export type PatroniLint = (estates: readonly Estate[], settings: Settings) => readonly Estate[];

export interface LintedWith extends KnownReleases {
  readonly settings: Settings;
  /** Those of config entries; see `neededRules`. */
  readonly entryRules: readonly AgentRule[];
  readonly ofPatroni: PatroniLint;
}

/** @param among all estates that were found, where only some are linted */
export function lintEstates(
  estates: readonly Estate[],
  { settings, entryRules, ofPatroni, ...releases }: LintedWith,
  among?: readonly Estate[],
): readonly Finding[] {
  const findings = lint(ofPatroni(estates, settings), settings, entryRules, among).map(forRelease(releases));
  readWithEstates(estates, findings);
  return findings;
}

/** A rule may read a file of its own, such as the node ID in a data directory, and show names that the others have there. */
function readWithEstates(estates: readonly Estate[], findings: readonly Finding[]): void {
  const known = new Set(sourcesOf(estates));
  const [first] = known;
  if (first === undefined) return;
  const shown = findings.flatMap(({ at, related = [] }) => [at, ...related.map((other) => other.at)]);
  readWith(
    first,
    shown.map(({ source }) => source).filter((source) => !known.has(source)),
  );
}

/** Loaded only where there is any of its files: they bring YAML with them. */
export async function patroniLint(estates: readonly Estate[]): Promise<PatroniLint> {
  const isThere = estates.some(({ nodes, patroni }) => patroni || nodes.some((node) => node.patroni));
  return isThere ? loadPatroniLint() : (same) => same;
}

export const loadPatroniLint = async (): Promise<PatroniLint> =>
  (await import('../../engine/patroni.ts')).withPatroniFindings;
