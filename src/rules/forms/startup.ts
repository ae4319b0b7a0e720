/** The form of rules for values that `consul validate` does not check, and with which the agent refuses to start. */

import { scalarError } from '../../options/check.ts';
import type { RuleId } from '../../rule-ids.ts';
import { collectSetOptions, type SetScalar } from '../../subjects/agent/set-options.ts';
import type { Node } from '../../subjects/subjects.ts';
import { spanOf } from '../../text/source/source.ts';
import type { Value } from '../../text/tree/value.ts';
import { type Example, type RuleRecord, rule, type ScopedRule } from '../rule.ts';

interface StartupRule {
  readonly id: RuleId;
  /** Default: error. */
  readonly severity?: RuleRecord['severity'];
  /** Paths without list positions, such as `services[].kind`. */
  readonly options: readonly string[];
  readonly summary: string;
  readonly rationale: string;
  readonly bad: Example;
  readonly good: Example;
  /** The agent reads the value only where this holds. */
  readonly when?: (node: Node) => boolean;
  /** Values that the agent does not read, or reads in another way than the grammar of the option. */
  readonly ignores?: (found: {
    readonly path: string;
    readonly value: Value;
    readonly node: Node;
  }) => boolean;
}

/** A rule over the grammar that the option table has for some options. */
export function startupRule({
  id,
  severity = 'error',
  options,
  when,
  ignores,
  summary,
  rationale,
  bad,
  good,
}: StartupRule): ScopedRule<'node'> {
  return rule({
    id,
    scope: 'node',
    source: 'runtime',
    severity,
    options,
    eachByItself: true,
    docs: { summary, rationale, bad, good },
    run(node, report) {
      if (when && !when(node)) return;
      for (const written of collectSetOptions(node.config.written).scalars) {
        if (!options.includes(written.path.replace(/\[\d+\]/g, '[]'))) continue;
        const { path, kind, value } = written;
        if (fits(written, node.version) || ignores?.({ path, value, node })) continue;
        report({
          at: spanOf(value),
          path,
          message: `${path} must be ${kind.wants}, not ${shown(value)}: \`consul validate\` accepts it, and then the agent refuses to start`,
        });
      }
    },
  });
}

const fits = ({ kind, value }: SetScalar, version: string): boolean =>
  scalarError(value, kind, version) === undefined;

function shown(value: Value): string {
  if (value.kind === 'string') return JSON.stringify(value.value.slice(0, 60));
  return value.kind === 'number' ? String(value.value) : value.kind;
}
