import { rule } from '../rule.ts';

export const importSecret = rule({
  id: 'import/secret',
  scope: 'reader',
  source: 'import',
  severity: 'info',
  options: [],
  docs: {
    summary: 'A secret was found on a host.',
    rationale:
      'The manifest refers to a file in its place. --save-secrets writes that file; otherwise it must be put ' +
      'there before `render`.',
    bad: {
      'hosts/srv1/etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\nencrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="\n',
    },
    good: {
      'hosts/srv1/etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
    },
  },
});
