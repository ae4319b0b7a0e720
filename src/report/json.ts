/** The report for programs. Its shape is a promise: fields are added, never changed; `version` says if ever they are. */
import packageJson from '../../package.json' with { type: 'json' };
import type { Severity } from '../finding.ts';
import type { RuleId } from '../rule-ids.ts';
import type { Span } from '../text/source/source.ts';
import { printableJson } from '../util/visible.ts';
import {
  count,
  type PassedOverCounts,
  type ReportedFinding,
  type Reporter,
  type ReportInput,
} from './report.ts';

/** A place in a file. Lines and columns count from 1; the end is the column after the last character. */
export interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The id of a rule of a caller. With an empty object, so that editors still offer the ids of the catalogue. */
export type OwnRuleId = `${string}/${string}` & {};

/** A finding as plain data. */
export interface JsonFinding extends JsonPlace {
  /** `subject/name`, which `explain` describes, or the id of a rule of the caller. */
  readonly rule: RuleId | OwnRuleId;
  readonly severity: Severity;
  /** What is wrong, why it matters, what to write. No secrets. */
  readonly message: string;
  /** The option concerned, such as `services[2].checks[0].interval`. */
  readonly path?: string;
  /**
   * Where it is in the object that was given, `servers.srv1.config.encrypt`, for an estate of a script; its file is `estate`, in
   * which lines are those of `JSON.stringify(estate, null, 2)`.
   */
  readonly property?: string;
  /** The other half of a conflict, or what explains this one. */
  readonly related?: readonly (JsonPlace & { readonly message: string })[];
  /** Whether a fix is known: `safe` changes nothing else, `unsafe` needs a review. */
  readonly fixable?: 'safe' | 'unsafe';
}

/** What `--format json` prints, and what the library returns. */
export interface JsonReport {
  readonly version: 1;
  /** The releases of Consul that were checked for, oldest first. */
  readonly consul?: readonly string[];
  /** Why these, in a sentence. */
  readonly checkedFor?: string;
  readonly findings: readonly JsonFinding[];
  readonly summary: {
    /** How many files were read. */
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    /** How many findings have a fix. */
    readonly fixable: number;
    /** Files that were looked at and are not an agent's. */
    readonly passedOver?: PassedOverCounts;
  };
}

/** With what was run, which the library's caller knows. */
export const json: Reporter = (input) => {
  const { version, ...rest } = jsonReport(input);
  const { rules } = input;
  return `${printableJson({ version, program, ...(rules && { rules }), ...rest }, 2)}\n`;
};

const program = `${packageJson.name} ${packageJson.version}`;

/** @param toJson how a finding becomes plain data */
export function jsonReport(
  { findings, files, release, passedOver }: ReportInput,
  toJson: (finding: ReportedFinding) => JsonFinding = findingToJson,
): JsonReport {
  const { error, warning, info, fixable } = count(findings);
  return {
    version: 1,
    ...(release && { consul: release.releases, checkedFor: release.text }),
    findings: findings.map(toJson),
    summary: {
      files,
      errors: error,
      warnings: warning,
      infos: info,
      fixable,
      ...(passedOver && { passedOver }),
    },
  };
}

export function findingToJson(finding: ReportedFinding): JsonFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    ...place(finding.at),
    ...(finding.path !== undefined && { path: finding.path }),
    ...(finding.property !== undefined && { property: finding.property }),
    ...(finding.related?.length && {
      related: finding.related.map(({ at, message }) => ({ message, ...place(at) })),
    }),
    ...(finding.fix && { fixable: finding.fix.safe ? ('safe' as const) : ('unsafe' as const) }),
  };
}

function place({ source, start, end }: Span): JsonPlace {
  const from = source.position(start);
  const to = source.position(end);
  return { file: source.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
