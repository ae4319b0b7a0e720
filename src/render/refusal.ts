/** The error that a script gets for configuration that is refused: it has all findings at once. */
import { type Finding, isError } from '../finding.ts';

/** One thing that is wrong, as `lint` reports it. */
export type RefusedFinding = Pick<Finding, 'rule' | 'severity' | 'message' | 'path'>;

/** Configuration that is wrong: the message has the first reason on one line, `findings` has all of them. */
export class ConfigError extends TypeError {
  readonly findings: readonly RefusedFinding[];

  constructor(caller: string, findings: readonly Finding[]) {
    const [first, ...more] = findings;
    super(`${caller}: ${first?.message}${more.length > 0 ? ` (and ${more.length} more)` : ''}`);
    this.name = 'ConfigError';
    this.findings = findings.map(({ rule, severity, message, path }) => ({
      rule,
      severity,
      message,
      ...(path !== undefined && { path }),
    }));
  }
}

/** @throws ConfigError where one of them is an error; warnings stop nothing */
export function refuse(caller: string, findings: readonly Finding[]): void {
  const errors = findings.filter(isError);
  if (errors.length > 0) throw new ConfigError(caller, errors);
}
