import { type Match, parseExpression } from '../../model/grammar/bexpr.ts';
import { interpolate } from '../../model/grammar/hil.ts';
import { isRe2 } from '../../model/grammar/re2.ts';
import { each } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { own } from '../../util/collections.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { exampleOf, isAuthorizing, method } from './support/auto-config-authorization.ts';

/** The operators that each kind of claim supports. */
const operators: Readonly<Record<string, readonly Match['operator'][]>> = {
  value: ['equal', 'in', 'matches'],
  list: ['in', 'empty'],
};

function assertionFault(value: Value): string | undefined {
  if (value.kind !== 'string') return undefined;
  const filled = interpolate(value.value, { node: 'fake', segment: 'fake', partition: 'fake' });
  if (filled.kind === 'unknown') return undefined;
  if (filled.kind === 'refused') return 'interpolates something other than node, segment and partition';
  const matches = parseExpression(filled.text);
  if (!matches) return 'is not a filter expression; write one such as value.team == "web"';
  return matches.map(matchFault).find((fault) => fault !== undefined);
}

function matchFault({ selector, operator, value }: Match): string | undefined {
  const [kind = '', ...names] = selector;
  const allowed = own(operators, kind);
  if (!allowed || names.length > 1) return `uses ${quote(selector.join('.'))}; write value.NAME or list.NAME`;
  const fits = names.length === 1 ? allowed.includes(operator) : operator === 'in' || operator === 'empty';
  if (!fits)
    return `compares ${quote(selector.join('.'))} with an operator that it does not support; value.NAME supports ==, !=, in and matches, list.NAME supports in and is empty`;
  return operator === 'matches' && !isRe2(value ?? '')
    ? 'has a pattern that is not a Go regular expression'
    : undefined;
}

export const autoConfigAssertion = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/assertion',
  severity: 'error',
  options: [`${method}.claim_assertions[]`],
  docs: {
    summary: 'A claim assertion is not a filter expression over the claims.',
    rationale:
      'An assertion compares value.NAME (with ==, !=, in or matches) or list.NAME (with in or is ' +
      'empty); node, segment and partition can be interpolated. The agent parses each assertion when ' +
      'it loads its configuration and refuses anything else.',
    bad: { 'consul.hcl': exampleOf('claim_assertions = ["team == \\"web\\""]') },
    good: {
      'consul.hcl': exampleOf(
        'claim_mappings = { team = "team" }\n      claim_assertions = ["value.team == \\"web\\""]',
      ),
    },
  },
  run: (subject, report) => {
    if (!isAuthorizing(subject)) return;
    each(subject.config.resolved, `${method}.claim_assertions[]`, (value, path) => {
      const fault = assertionFault(value);
      if (fault) report({ path, value, message: `${path} ${fault}` });
    });
  },
});
