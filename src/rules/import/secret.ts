import { rule } from '../rule.ts';

export const importSecret = rule({
  id: 'import/secret',
  scope: 'reader',
  source: 'import',
  severity: {
    default: 'info',
    error: 'the name of a node or of its datacenter is a secret of the files too',
  },
  options: [],
  docs: {
    summary: 'A secret was found on a host.',
    rationale:
      'The manifest refers to a file in its place. --save-secrets writes that file; otherwise it must be put ' +
      'there before `render`. Where a secret is the name of a node or of its datacenter as well, no manifest is made: it ' +
      'would show it.',
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
