/** What a function of the library cannot do, as the error that a script gets. */
import type { Failed, Failure } from '../../app/failure.ts';
import { reasonText } from '../../app/failure-text.ts';
import type { Finding } from '../../finding.ts';
import { ConsulCfgError, type Issue } from '../../render/config-error.ts';
import type { JsonReport } from '../../report/json.ts';
import { passedOverCounts } from '../../report/passed-over.ts';
import { atPlace, type PassedOverCounts } from '../../report/report.ts';
import { maskFinding } from '../../secrets/finding.ts';

/** A path for which a function could not do its work. */
export interface PathFailure {
  /**
   * `missing`: there is nothing. `unreadable`: the machine refuses. `dangling`: a symbolic link to nothing. `extension`: no
   * agent loads a file of that name. `empty`: no configuration is in the directory. `outside`: a symbolic link leads out of
   * the repository. `manifest`: a manifest where files of agents are expected.
   */
  readonly kind: Failure['kind'];
  /** As it was given. */
  readonly path: string;
  /** Completes "the path …". */
  readonly reason: string;
  /** Whether the file system gave the reason. */
  readonly bySystem: boolean;
  /** Whether it is the file of the settings. */
  readonly ofSettings: boolean;
  /** What a directory without configuration holds nevertheless. */
  readonly passedOver?: PassedOverCounts;
}

interface Details {
  readonly failures?: readonly PathFailure[];
  readonly report?: JsonReport;
  readonly given?: readonly string[];
}

/** Files that cannot be used. */
export class InputError extends ConsulCfgError {
  /** Paths that cannot be read; empty where all could be. */
  readonly failures: readonly PathFailure[];
  /** What is wrong in the files, warnings too, for `formatFindings`; absent where they could not be read. */
  readonly report: JsonReport | undefined;
  /** The paths that an agent would not read; empty where the files are refused for another reason. */
  readonly given: readonly string[];

  constructor(caller: string, issues: readonly Issue[], { failures = [], report, given = [] }: Details) {
    super(caller, issues);
    this.failures = failures;
    this.report = report;
    this.given = given;
  }
}

/** @param property where it is in what was given; empty: the whole of it */
export const givenError = (caller: string, message: string, property = ''): ConsulCfgError =>
  new ConsulCfgError(caller, [{ rule: 'files/path', severity: 'error', message, property }]);

/** A use case that could not run. */
export const failedError = (caller: string, { failures }: Failed, ofSettings = false): InputError =>
  new InputError(
    caller,
    failures.map((failure) => ({
      rule: 'files/path',
      severity: 'error',
      message: failure.path === '.' ? `what is given ${reasonText(failure)}` : reasonText(failure),
      property: failure.path === '.' ? '' : failure.path,
    })),
    { failures: failures.map((failure) => pathFailure(failure, ofSettings)) },
  );

export const pathFailure = (failure: Failure, ofSettings = false): PathFailure => ({
  kind: failure.kind,
  path: failure.path,
  reason: reasonText(failure),
  bySystem: failure.why !== undefined,
  ofSettings,
  ...(failure.saw && { passedOver: passedOverCounts(failure.saw) }),
});

/** Findings in files, each with its location as the property. */
export const findingsError = (
  caller: string,
  findings: readonly Finding[],
  report: JsonReport,
  given: readonly string[] = [],
): InputError =>
  new InputError(
    caller,
    findings.map(maskFinding).map(({ rule, severity, message, path, at }) => ({
      rule,
      severity,
      message,
      ...(path !== undefined && { path }),
      property: atPlace(at),
    })),
    { report, given },
  );
