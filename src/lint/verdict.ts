/**
 * What `consul validate` would say of an agent, as far as lint has nothing better to say: a rule here often covers the
 * same ground, with the reason, the fix, or an eye for fragments.
 */
import type { Finding } from '../finding.ts';
import { agentChecks } from '../model/check/all.ts';
import type { Check } from '../model/check/check.ts';
import { runChecks } from '../model/validate.ts';
import type { Node } from './subjects.ts';
import { isFragment, isMistyped } from './traits.ts';

/** Checks that a rule stands in for. Those with `[]` are told of by the agent though nothing is wrong. */
const replaced: Readonly<Record<string, readonly string[]>> = {
  'agent/address-in-use': ['address/port-collision'],
  'agent/advertise-any': ['address/advertise-any'],
  'agent/advertise-detection': [],
  'agent/bootstrap-expect-even': ['quorum/even-bootstrap-expect'],
  'agent/bootstrap-expect-one': [],
  'agent/bootstrap-expecting': [],
  'agent/bootstrap-mode': [],
  'agent/bootstrap-on-client': ['quorum/bootstrap-with-expect'],
  'agent/bootstrap-with-expect': ['quorum/bootstrap-with-expect'],
  'agent/deprecated-key': ['option/deprecated'],
  'agent/enterprise-key': ['option/enterprise'],
  'agent/grpc-tls-port': ['tls/grpc-tls-port'],
  'agent/remote-script-checks': ['security/script-checks'],
};

/** Of a part of a configuration these say only that it is one. */
const needTheWhole = new Set([
  'agent/bootstrap-on-client',
  'agent/auto-config',
  'agent/auto-encrypt-role',
  'agent/auto-encrypt-unverified',
  'agent/feature-gates',
  'agent/primary-gateways',
  'agent/remote-script-checks',
  'agent/streaming-on-client',
  'agent/wan-federation',
]);

/** Those of all agents, without the ones that are never told of. */
export const toldChecks: readonly Check[] = agentChecks.filter(({ id }) => replaced[id]?.length !== 0);

/**
 * @param said what the rules have found in the agent
 * @param checks those that concern the agent
 * @param isOff rules that somebody has turned off, and with them what they stand in for
 * @returns errors and warnings; that a verdict hangs on the host is left to `validate`
 */
export function verdictBeside(
  node: Node,
  said: readonly Finding[],
  checks: readonly Check[],
  isOff: (rule: string) => boolean,
): Finding[] {
  const rules = new Set(said.map(({ rule }) => rule));
  const judged = new Set(said.filter(({ rule }) => judgesValue.has(rule)).map(({ at }) => at.start));
  const fragment = isFragment(node);
  return runChecks(node, checks, node.machine).flatMap((finding) => {
    const betters = replaced[finding.rule];
    if (betters && (betters.length === 0 || betters.some((id) => rules.has(id) || isOff(id)))) return [];
    if (finding.severity === 'info') return [];
    // A template that is none stays an error, whichever program it was written for.
    if (judged.has(finding.at.start) && finding.rule !== 'agent/template') return [];
    if ((fragment || isMistyped(node, 'server')) && needTheWhole.has(finding.rule)) return [];
    if (fragment && finding.rule === 'agent/data-dir' && !node.config.get('data_dir'))
      return partOf(finding, node);
    return finding;
  });
}

/** Rules that have said all there is to say of a value. */
const judgesValue = new Set(['option/value', 'option/placeholder']);

function partOf(finding: Finding, { files }: Node): Finding[] {
  if (files.every(({ source }) => source.text === '')) return [];
  return [
    {
      ...finding,
      severity: 'info',
      message:
        'data_dir is not set, so this is taken for a part of a configuration and nothing is said of what it lacks; an ' +
        'agent started from it alone would refuse',
    },
  ];
}
