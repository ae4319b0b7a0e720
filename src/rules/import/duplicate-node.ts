import { rule } from '../rule.ts';

export const importDuplicateNode = rule({
  id: 'import/duplicate-node',
  scope: 'reader',
  source: 'import',
  severity: 'error',
  options: [],
  docs: {
    summary: 'Two hosts have the same name.',
    rationale:
      'A manifest identifies nodes by name, in any letter case, and the files of both would have the same ' +
      'paths. Nothing is written.',
    bad: {
      'hosts/a/etc/consul.d/consul.hcl':
        'node_name = "srv"\ndata_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
      'hosts/b/etc/consul.d/consul.hcl':
        'node_name = "srv"\ndata_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
    },
    good: {
      'hosts/a/etc/consul.d/consul.hcl':
        'node_name = "srv1"\ndata_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
      'hosts/b/etc/consul.d/consul.hcl':
        'node_name = "srv2"\ndata_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
    },
  },
});
