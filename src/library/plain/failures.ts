/** What a function of the library cannot do, as the error that a script gets. */
import type { Failed } from '../../app/failure.ts';
import { reasonText } from '../../app/failure-text.ts';
import type { Finding } from '../../finding.ts';
import { ConsulCfgError } from '../../render/refusal.ts';
import { atPlace } from '../../report/report.ts';

/** @param property where it is in what was given; empty: the whole of it */
export const givenError = (caller: string, message: string, property = ''): ConsulCfgError =>
  new ConsulCfgError(caller, [{ rule: 'files/path', severity: 'error', message, property }]);

/** A use case that could not run. */
export const failedError = (caller: string, { failures }: Failed): ConsulCfgError =>
  new ConsulCfgError(
    caller,
    failures.map((failure) => ({
      rule: 'files/path',
      severity: 'error',
      message: failure.path === '.' ? `what is given ${reasonText(failure)}` : reasonText(failure),
      property: failure.path === '.' ? '' : failure.path,
    })),
  );

/** Findings in files, each with its location as the property. */
export const findingsError = (caller: string, findings: readonly Finding[]): ConsulCfgError =>
  new ConsulCfgError(
    caller,
    findings.map(({ rule, severity, message, path, at }) => ({
      rule,
      severity,
      message,
      ...(path !== undefined && { path }),
      property: atPlace(at),
    })),
  );
