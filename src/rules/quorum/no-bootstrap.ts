import {
  bootstrapExpect,
  bootstrapsAlone,
  flagsOf,
  hasCommandLine,
  isMistyped,
  isVoter,
  maySetElsewhere,
} from '../../subjects/agent/predicates.ts';
import { named } from '../../subjects/cluster/groups.ts';
import { rule } from '../rule.ts';
import { adviceFor } from './support/server-count.ts';

export const noBootstrap = rule({
  id: 'quorum/no-bootstrap',
  scope: 'cluster',
  source: 'cluster',
  severity: {
    default: 'info',
    warning: 'where the command lines of all servers are in sight, and no flag gives it',
  },
  options: ['bootstrap_expect', 'bootstrap'],
  docs: {
    summary: 'No server of the datacenter says how many servers it waits for.',
    rationale:
      'Servers with neither bootstrap nor bootstrap_expect join each other and never elect a leader, unless they ' +
      'belong to a cluster that already has one or get the number from a flag.',
    bad: { 'srv1/consul.hcl': server(), 'srv2/consul.hcl': server(), 'srv3/consul.hcl': server() },
    good: {
      'srv1/consul.hcl': server(3),
      'srv2/consul.hcl': server(3),
      'srv3/consul.hcl': server(3),
    },
  },
  run({ servers, datacenter, complete }, report) {
    if (!complete) return;
    const voters = servers.filter(isVoter);
    const [first] = voters;
    if (!first || voters.some(({ config }) => bootstrapsAlone(config) || bootstrapExpect(config) > 0)) return;
    if (voters.some((voter) => isMistyped(voter, 'bootstrap_expect') || flagsOf(voter)?.dev)) return;
    if (voters.some((voter) => maySetElsewhere(voter, 'bootstrap_expect', 'bootstrap'))) return;
    const flagsKnown = voters.every(hasCommandLine);
    report({
      at: first.config.at('server'),
      path: 'bootstrap_expect',
      ...(flagsKnown && { severity: 'warning' }),
      message:
        `none of the servers of datacenter ${datacenter} (${named(voters.map((server) => server.name))}) sets ` +
        `bootstrap_expect: ${flagsKnown ? '' : 'unless the flag -bootstrap-expect does, '}a new cluster never elects ` +
        `a leader; ${adviceFor(voters.length, 'each')}`,
    });
  },
});

function server(expect?: number): string {
  const line = expect === undefined ? '' : `bootstrap_expect = ${expect}\n`;
  return `data_dir = "/var/lib/consul"\nserver = true\n${line}`;
}
