/** Lint of paths, part by part: each with the settings that are nearest to it, and joined in one report. */
import { posix } from 'node:path';
import { type Finding, tidy } from '../../../finding.ts';
import type { FixRun } from '../../../fix/fix.ts';
import { compareVersions } from '../../../options/releases/versions.ts';
import type { PassedOverCounts, ReportInput } from '../../../report/report.ts';
import { type LintedFiles, lintFiles } from '../../files/lint-files.ts';
import { InputError, type PathFailure } from '../../plain/failures.ts';
import type { PathLintOptions, Paths } from '../paths.ts';
import { isBelow } from '../scopes.ts';
import { type PathSession, pathSessions } from '../session.ts';

export async function lintPaths(
  caller: string,
  paths: Paths,
  options: PathLintOptions,
  fix?: 'safe' | 'all',
): Promise<LintedFiles> {
  const sessions = await pathSessions(caller, paths, options);
  const parts: LintedFiles[] = [];
  const empty: InputError[] = [];
  for (const session of sessions) {
    const part = await lintPart(caller, session, { rules: options.rules, ...(fix && { fix }) });
    if (part instanceof InputError) empty.push(part);
    else parts.push(part);
  }
  if (parts.length === 0) throw empty[0]!;
  return parts.length === 1 ? parts[0]! : joined(parts);
}

/** Directories that hold only manifests, or only directories with settings of their own, are not empty. */
async function lintPart(
  caller: string,
  { input, manifests, rendered, holding }: PathSession,
  options: Parameters<typeof lintFiles>[2],
): Promise<LintedFiles | InputError> {
  const withManifests = { ...input, paths: [...input.paths, ...manifests] };
  try {
    const linted = await lintFiles(caller, withManifests, options);
    return { ...linted, report: withoutRendered(linted.report, manifests, rendered) };
  } catch (error) {
    const isHolding = (path: string): boolean => holding.has(posix.normalize(path).replace(/(?<=.)\/$/, ''));
    const isOthers = ({ kind, path }: PathFailure): boolean => kind === 'empty' && isHolding(path);
    if (!(error instanceof InputError) || error.failures.length === 0) throw error;
    if (!error.failures.every(isOthers)) throw error;
    const left = input.paths.filter((path) => !isHolding(path));
    if (left.length + manifests.length === 0) return error;
    return lintFiles(caller, { ...input, paths: [...left, ...manifests] }, options);
  }
}

/** What is wrong with a manifest is wrong with the files that are rendered from it: it is reported where a person corrects it. */
function withoutRendered(
  report: ReportInput,
  manifests: readonly string[],
  rendered: readonly string[],
): ReportInput {
  const rules = new Map<string, Set<string>>();
  for (const { at, rule } of report.findings) {
    if (!manifests.includes(at.source.file)) continue;
    const directory = posix.dirname(at.source.file);
    rules.set(directory, (rules.get(directory) ?? new Set()).add(rule));
  }
  const isFrom = ({ at, rule }: Finding): boolean =>
    [...rules].some(
      ([directory, found]) =>
        found.has(rule) && rendered.some((out) => isBelow(out, directory) && isBelow(at.source.file, out)),
    );
  return rules.size === 0
    ? report
    : { ...report, findings: report.findings.filter((found) => !isFrom(found)) };
}

function joined(parts: readonly LintedFiles[]): LintedFiles {
  const reports = parts.map(({ report }) => report);
  const fixes = parts.flatMap((part) => part.fixes ?? []);
  return { report: joinedReport(reports), fixes: fixes.length > 0 ? joinedFixes(fixes) : undefined };
}

function joinedReport(reports: readonly ReportInput[]): ReportInput {
  const releases = reports.flatMap(({ release }) => release ?? []);
  const all = [...new Set(releases.flatMap((one) => one.releases))].sort(compareVersions);
  const text = [...new Set(releases.map((one) => one.text))].join('; ');
  const first = reports[0]!;
  return {
    ...first,
    findings: tidy(reports.flatMap(({ findings }) => findings)),
    files: sum(reports.map(({ files }) => files)),
    release: releases.length > 0 ? { releases: all, text } : undefined,
    passedOver: reports.reduce((counts, { passedOver }) => added(counts, passedOver), none),
    clusters: () => reports.flatMap((report) => report.clusters?.() ?? []),
  };
}

const none: PassedOverCounts = { foreign: 0, templates: 0, deployments: 0 };

const added = (a: PassedOverCounts, b: PassedOverCounts = none): PassedOverCounts => ({
  foreign: a.foreign + b.foreign,
  templates: a.templates + b.templates,
  deployments: a.deployments + b.deployments,
});

const joinedFixes = (runs: readonly FixRun[]): FixRun => ({
  findings: runs.flatMap(({ findings }) => findings),
  files: runs.flatMap(({ files }) => files),
  fixed: runs.flatMap(({ fixed }) => fixed),
  dropped: runs.flatMap(({ dropped }) => dropped),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
