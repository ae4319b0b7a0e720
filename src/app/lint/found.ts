/** What is reported of estates, and the texts that they were read from: the same for a command and for an editor. */
import { lint } from '../../engine/lint.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { Finding } from '../../finding.ts';
import type { AgentRule } from '../../rules/rule.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import { forRelease, type KnownReleases } from './release-note.ts';

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
  return lint(ofPatroni(estates, settings), settings, entryRules, among).map(forRelease(releases));
}

/** Loaded only where there is any of its files: they bring YAML with them. */
export async function patroniLint(estates: readonly Estate[]): Promise<PatroniLint> {
  const isThere = estates.some(({ nodes, patroni }) => patroni || nodes.some((node) => node.patroni));
  return isThere ? loadPatroniLint() : (same) => same;
}

export const loadPatroniLint = async (): Promise<PatroniLint> =>
  (await import('../../engine/patroni.ts')).withPatroniFindings;
