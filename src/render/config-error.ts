/** The error that a script gets for what is refused: everything that is wrong with it, at once. */
import type { Severity } from '../finding.ts';
import type { RuleId } from '../rule-ids.ts';

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

/** The message behind the property, where it does not name that. */
export const lineOf = ({ message, property }: Pick<Issue, 'message' | 'property'>): string =>
  property === '' || message.includes(property) ? message : `${property}: ${message}`;
