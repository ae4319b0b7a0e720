import { rule } from '../../rule.ts';
import { isFragment } from '../../traits.ts';

export const updateCheck = rule({
  id: 'agent/update-check',
  scope: 'agent',
  severity: 'info',
  strict: true,
  options: ['disable_update_check'],
  unwritten: true,
  docs: {
    summary: 'The agent asks HashiCorp for updates.',
    rationale:
      'Unless disable_update_check is true it contacts the update service at start and from time to time.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\ndisable_update_check = true\n' },
  },
  check(node, report) {
    if (isFragment(node) || node.config.bool('disable_update_check') === true) return;
    report({
      at: node.config.at('disable_update_check'),
      path: 'disable_update_check',
      message:
        'this agent contacts the update service of HashiCorp; write disable_update_check = true where that is not wanted',
    });
  },
});
