import { rule } from '../rule.ts';

export const manifestHostPath = rule({
  id: 'manifest/host-path',
  scope: 'reader',
  source: 'manifest',
  severity: {
    default: 'error',
    warning:
      'where the agent can start: the path is not data_dir, the directory may belong to ' +
      'Consul, or the unit is not the rendered one',
  },
  options: [],
  docs: {
    summary: 'A path on the hosts is one that the unit cannot give to the agent.',
    rationale:
      'The rendered unit lets the agent write to the directories of data_dir, log_file, pid_file and sockets, ' +
      'and to no others. A path that is relative or has `..`, quotes, backslashes or control characters cannot ' +
      "be named in a unit; a directory that is not Consul's alone is not given to its account.",
    bad: { 'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\nconfig: { data_dir: data }\n' },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\nconfig: { data_dir: /var/lib/consul }\n',
    },
  },
});
