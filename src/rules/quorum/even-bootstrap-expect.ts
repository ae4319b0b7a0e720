import { bootstrapExpect, tolerance } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';
import { oddNextTo } from './support/server-count.ts';

export const evenBootstrapExpect = rule({
  id: 'quorum/even-bootstrap-expect',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  supersedes: ['quorum/bootstrap-expect-even'],
  options: ['bootstrap_expect'],
  docs: {
    summary: 'An even number of expected servers costs a machine and buys no safety.',
    rationale:
      'Raft needs more than half of the servers: of 2 none may fail, of 4 one, as of 3. The cluster does form and ' +
      '`consul validate` only warns, with exit status 0, so the mistake lives until the day it matters.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 4\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
  },
  run({ config, isFromManifest }, report) {
    const expect = bootstrapExpect(config);
    if (expect < 2 || expect % 2 === 1) return;
    const survives = tolerance(expect);
    report({
      at: config.at('bootstrap_expect'),
      path: 'bootstrap_expect',
      message:
        `bootstrap_expect is ${expect}: ${expect} servers survive the loss of ${survives === 0 ? 'none' : survives}, ` +
        `${expect === 2 ? 'which is worse than having one' : `no more than ${expect - 1} do`}; ` +
        `run ${oddNextTo(expect)} ` +
        (isFromManifest ? 'and list them under `servers`' : 'and write that number on each of them'),
    });
  },
});
