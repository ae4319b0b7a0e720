/** A use case that could not run, as the error that a script gets. */
import type { Failed } from '../app/failure.ts';
import { reasonText } from '../app/failure-text.ts';
import { ConsulCfgError } from '../render/refusal.ts';

export const failedError = (caller: string, { failures }: Failed): ConsulCfgError =>
  new ConsulCfgError(
    caller,
    failures.map((failure) => ({
      rule: 'files/path',
      severity: 'error',
      message: reasonText(failure),
      property: failure.path === '.' ? '' : failure.path,
    })),
  );
