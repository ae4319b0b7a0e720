import { rule } from '../rule.ts';

export const filesNotConsul = rule({
  id: 'files/not-consul',
  scope: 'reader',
  source: 'runtime',
  severity: {
    default: 'error',
    warning: 'where only the name of the directory says that an agent reads it',
    info: 'of a file that was named, and that no agent reads',
  },
  options: [],
  docs: {
    summary: 'A file is not a configuration of Consul, and was named or lies where an agent reads it.',
    rationale:
      'JSON and HCL are the formats of many programs, and a hook names every file that changed. What an agent would ' +
      'make of such a file is not reported, and files of other programs that are found below a directory are only ' +
      'counted. In the directory of an agent one of them keeps it from starting.',
    bad: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'etc/consul.d/web.hcl': 'job "web" {\n  datacenters = ["dc1"]\n}\n',
    },
    good: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'jobs/web.hcl': 'job "web" {\n  datacenters = ["dc1"]\n}\n',
    },
  },
});
