import { each } from '../../model/value-path.ts';
import type { RuleId } from '../../rule-ids.ts';
import type { AgentSubject } from '../../subjects/subjects.ts';
/** The form of rules about single values: the options, what the agent accepts, and the wording. */
import type { Value } from '../../text/tree/value.ts';
import { quote } from '../message.ts';
import type { AgentRule, RuleDocs } from '../rule.ts';

interface Row {
  readonly id: RuleId;
  readonly options: readonly string[];
  readonly docs: RuleDocs;
  readonly edition?: 'community';
  readonly since?: string;
  readonly before?: string;
  /** Completes "must be …". */
  readonly wants: string;
  /** What happens otherwise, or what to do; a clause after the semicolon. */
  readonly why?: string;
  /** The value is checked only where this holds. */
  readonly when?: (subject: AgentSubject) => boolean;
}

interface TextRow extends Row {
  readonly accepts: (text: string, subject: AgentSubject) => boolean;
  /** The value is a secret, which messages do not show. */
  readonly secret?: boolean;
}

interface NumberRow extends Row {
  readonly accepts: (value: number, subject: AgentSubject) => boolean;
}

/** A rule about strings: values of the options, or elements of lists. */
export function texts(row: TextRow): AgentRule {
  return checkOf(row, (value, subject) => {
    if (value.kind !== 'string' || row.accepts(value.value, subject)) return undefined;
    return row.secret ? 'this value' : quote(value.value);
  });
}

export function numbers(row: NumberRow): AgentRule {
  return checkOf(row, (value, subject) => {
    return value.kind !== 'number' || row.accepts(value.value, subject) ? undefined : String(value.value);
  });
}

/** `refused` returns the value as the message shows it, or undefined where the agent accepts it. */
function checkOf(row: Row, refused: (value: Value, subject: AgentSubject) => string | undefined): AgentRule {
  const { id, options, docs, edition, since, before, wants, why, when } = row;
  return {
    id,
    scope: 'agent',
    source: 'consul',
    severity: 'error',
    options,
    docs,
    ...(edition && { edition }),
    ...(since !== undefined && { since }),
    ...(before !== undefined && { before }),
    run: (subject, report) => {
      if (when && !when(subject)) return;
      for (const option of options) {
        each(subject.config.resolved, option, (value, path) => {
          const shown = refused(value, subject);
          const reason = why === undefined ? '' : `; ${why}`;
          if (shown !== undefined) {
            report({ path, value, message: `${path} must be ${wants}, not ${shown}${reason}` });
          }
        });
      }
    },
  };
}
