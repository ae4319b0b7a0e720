import { rule } from '../rule.ts';

export const importNotKept = rule({
  id: 'import/not-kept',
  scope: 'reader',
  source: 'import',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A value of the host is not in the manifest.',
    rationale:
      'The rendered configuration of the node would not have the value: no manifest can give it, or it is a ' +
      'secret where a manifest cannot refer to one. With --profile patroni what the profile sets is left to it, ' +
      'too, since the value of the host would turn the protection off.',
    bad: {
      'hosts/srv1/etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\nlimits {\n  rpc_max_burst = 9007199254740993\n}\n',
    },
    good: {
      'hosts/srv1/etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\nlimits {\n  rpc_max_burst = 1000\n}\n',
    },
  },
});
