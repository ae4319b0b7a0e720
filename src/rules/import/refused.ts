import { rule } from '../rule.ts';

export const importRefused = rule({
  id: 'import/refused',
  scope: 'reader',
  source: 'import',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A value is in the manifest, but `render` refuses it there.',
    rationale: 'The value is what the host has. `render` refuses the manifest until the value is changed.',
    bad: { 'hosts/srv1/etc/consul.d/consul.hcl': 'data_dir = "data"\nserver = true\nbootstrap_expect = 1\n' },
    good: {
      'hosts/srv1/etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
    },
  },
});
