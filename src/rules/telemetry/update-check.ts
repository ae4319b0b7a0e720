import { isFragment } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

export const updateCheck = rule({
  id: 'telemetry/update-check',
  scope: 'node',
  source: 'runtime',
  severity: 'info',
  preset: 'strict',
  options: ['disable_update_check'],
  runWhenUnset: true,
  docs: {
    summary: 'The agent asks HashiCorp for updates.',
    rationale:
      'Unless disable_update_check is true it contacts the update service at start and from time to time.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\ndisable_update_check = true\n' },
  },
  run(node, report) {
    if (isFragment(node) || node.config.bool('disable_update_check') === true) return;
    report({
      at: node.config.at('disable_update_check'),
      path: 'disable_update_check',
      message:
        'this agent contacts the update service of HashiCorp; write disable_update_check = true where that is not wanted',
    });
  },
});
