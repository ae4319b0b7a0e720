/** Findings about an object that a script gave, as the error that it gets. */
import { type Finding, isError } from '../finding.ts';
import { decode } from '../text/decode.ts';
import { parseJson } from '../text/parse.ts';
import { formatPath } from '../text/source/path.ts';
import type { Source, Span } from '../text/source/source.ts';
import { pathAt } from '../text/tree/path-at.ts';
import { ConsulCfgError, type Issue } from './config-error.ts';

/** @throws ConsulCfgError where there are issues */
export function refuseIssues(caller: string, issues: readonly Issue[]): void {
  if (issues.length > 0) throw new ConsulCfgError(caller, issues);
}

/**
 * @param source the object that was given, as the JSON in which findings have their places
 * @throws ConsulCfgError where one of them is an error; warnings stop nothing
 */
export function refuse(caller: string, findings: readonly Finding[], source: Source): void {
  refuseIssues(caller, issuesOf(findings, source));
}

/** The errors among findings, with the property of the object that each is about. */
export function issuesOf(findings: readonly Finding[], source: Source): readonly Issue[] {
  const errors = findings.filter(isError);
  if (errors.length === 0) return [];
  const propertyOf = propertyIn(source);
  return errors.map(({ rule, severity, message, path, at }) => ({
    rule,
    severity,
    message,
    ...(path !== undefined && { path }),
    property: propertyOf(at) ?? '',
  }));
}

/** The property of an object at a place in its JSON; undefined for a place in another text. */
export function propertyIn(source: Source): (at: Span) => string | undefined {
  const root = decode(parseJson(source)).value!;
  return (at) => (at.source.file === source.file ? formatPath(pathAt(root, at.start)) : undefined);
}
