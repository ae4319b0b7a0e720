import { runningCluster } from '../../options/in-force.ts';
import { bootstrapExpect, isServer, maySetElsewhere } from '../../subjects/agent/predicates.ts';
import { setOption } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const minQuorum = rule({
  id: 'quorum/min-quorum',
  scope: 'node',
  source: 'runtime',
  severity: 'info',
  options: ['autopilot.min_quorum', 'autopilot.cleanup_dead_servers', 'bootstrap_expect'],
  fix: 'unsafe',
  docs: {
    summary: 'Nothing keeps autopilot from shrinking the cluster below its intended majority.',
    rationale:
      'Autopilot removes dead servers one after the other, and each removal lowers the number that counts as a ' +
      'majority. autopilot.min_quorum is the floor below which it removes none; unset, there is no floor ' +
      '(hashicorp/consul#8118).',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n\nautopilot {\n  min_quorum = 2\n}\n',
    },
  },
  run(node, report) {
    const { config } = node;
    const expect = bootstrapExpect(config);
    if (!isServer(node) || expect < 3 || (config.number('autopilot.min_quorum') ?? 0) > 0) return;
    if (config.bool('autopilot.cleanup_dead_servers') === false) return;
    if (maySetElsewhere(node, 'autopilot')) return;
    const majority = Math.floor(expect / 2) + 1;
    const edits = setOption(node, 'autopilot.min_quorum', String(majority));
    report({
      at: config.at(config.get('autopilot') ? 'autopilot.min_quorum' : 'bootstrap_expect'),
      path: 'autopilot.min_quorum',
      message:
        `autopilot.min_quorum is not set: after failures autopilot may remove servers until fewer than ${majority} ` +
        `of the intended ${expect} are left; write autopilot.min_quorum = ${majority}` +
        runningCluster('autopilot.min_quorum', String(majority)),
      ...(edits && { fix: { title: `Set autopilot.min_quorum to ${majority}`, safe: false, edits } }),
    });
  },
});
