/** The error that a script gets for what is refused: everything that is wrong with it, at once. */
import { type Finding, isError, type Severity } from '../finding.ts';
import type { RuleId } from '../rule-ids.ts';
import { decode } from '../text/decode.ts';
import { parseJson } from '../text/parse.ts';
import { formatPath } from '../text/source/path.ts';
import type { Source } from '../text/source/source.ts';
import { pathAt } from '../text/tree/path-at.ts';

/** One thing that is wrong with what a script gave. */
export interface Issue {
  /** `subject/name`, which `explain` describes. */
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What is wrong, why it matters, what to write. No secrets. */
  readonly message: string;
  /** The option of an agent that is concerned: `retry_interval`. */
  readonly path?: string;
  /** Where it is in the object that was given: `servers.srv1.config.retry_interval`. Empty: the object as a whole. */
  readonly property: string;
}

/** Configuration that is refused: `findings` has every reason, the message names them line by line. */
export class ConsulCfgError extends Error {
  readonly findings: readonly Issue[];

  /** @param caller the function that refuses: `cluster()` */
  constructor(caller: string, findings: readonly Issue[]) {
    const lines = findings.map(lineOf);
    super(`${caller}: ${lines.length === 1 ? lines[0] : `${lines.length} errors\n  ${lines.join('\n  ')}`}`);
    this.name = 'ConsulCfgError';
    this.findings = findings;
  }
}

const lineOf = ({ message, property }: Issue): string =>
  property === '' || message.includes(property) ? message : `${property}: ${message}`;

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
  const root = decode(parseJson(source)).value!;
  return errors.map(({ rule, severity, message, path, at }) => ({
    rule,
    severity,
    message,
    ...(path !== undefined && { path }),
    property: at.source.file === source.file ? formatPath(pathAt(root, at.start)) : '',
  }));
}
