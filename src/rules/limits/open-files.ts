import { rule } from '../rule.ts';

/** Files that the agent needs besides the connections of clients. */
const spareFiles = 20;

/** The usual soft limit of a process. */
const usualFiles = 1024;

export const limitsOpenFiles = rule({
  scope: 'agent',
  source: 'consul',
  id: 'limits/open-files',
  runWhenUnset: true,
  severity: {
    default: 'error',
    info: 'where more than 1024 files are needed and the limit of the host is not known',
  },
  options: ['limits.http_max_conns_per_client'],
  docs: {
    summary: 'One client may open more connections than the process may open files.',
    rationale:
      'limits.http_max_conns_per_client and 20 more must fit into the number of files that the process ' +
      'may open (LimitNOFILE in a unit). The agent refuses its configuration otherwise, and so does ' +
      '`consul validate` with the limit of the shell. 0 and less turn the limit off.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\nlimits {\n' +
        '  http_max_conns_per_client = 2000\n}\n',
      machine: 'addresses: 10.0.0.11\nopen-files: 1024\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\nlimits {\n' +
        '  http_max_conns_per_client = 1000\n}\n',
      machine: 'addresses: 10.0.0.11\nopen-files: 1024\n',
    },
  },
  run: ({ config, host }, report) => {
    const path = 'limits.http_max_conns_per_client';
    const connections = config.number(path) ?? 0;
    const wanted = connections + spareFiles;
    if (connections <= 0 || host.openFiles === undefined) return;
    if (wanted > host.openFiles)
      report({
        path,
        message: `${path} = ${connections} needs ${wanted} open files, and this process may open ${host.openFiles}; lower it, or raise LimitNOFILE`,
      });
    else if (host.assumed && wanted > usualFiles)
      report({
        path,
        info: true,
        message: `${path} = ${connections} needs ${wanted} open files. That is assumed to be allowed here; on a host where a process may open fewer, the agent refuses this configuration. Set LimitNOFILE at least that high`,
      });
  },
});
