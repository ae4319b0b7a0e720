/** Why a text cannot be read, as findings. */
import { type Finding, tidy } from '../../finding.ts';
import { findingOf } from '../../model/load/load.ts';
import type { JsonFinding } from '../../report/json.ts';
import type { Problem } from '../../text/source/problem.ts';
import { plainFinding } from './report.ts';

/** @param shown what may be shown of them */
export const plainProblems = (
  problems: readonly Problem[],
  shown: (findings: readonly Finding[]) => readonly Finding[] = (all) => all,
): readonly JsonFinding[] => shown(tidy(problems.map(findingOf))).map((finding) => plainFinding(finding));
