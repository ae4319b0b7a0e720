import { overriddenBy } from '../../subjects/agent/overrides.ts';
import { rule } from '../rule.ts';

const options = [
  'encrypt',
  'bootstrap_expect',
  'datacenter',
  'data_dir',
  'server',
  'acl.enabled',
  'acl.default_policy',
] as const;

export const scalarOverridden = rule({
  id: 'merge/scalar-overridden',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options,
  docs: {
    summary: 'Two files of one agent set different values, and the agent uses the later one.',
    rationale:
      'The agent merges the files of a directory in byte order of their names, without a warning. A second value for one ' +
      'of these options is rarely intended, and easily missed by whoever reads the first file.',
    bad: {
      'etc/consul.d/10-base.hcl': 'data_dir = "/var/lib/consul"\ndatacenter = "east"\n',
      'etc/consul.d/20-site.hcl': 'datacenter = "west"\n',
    },
    good: {
      'etc/consul.d/10-base.hcl': 'data_dir = "/var/lib/consul"\ndatacenter = "east"\n',
      'etc/consul.d/20-site.hcl': 'log_level = "DEBUG"\n',
    },
  },
  run({ config, files }, report) {
    for (const { path, lost, kept, shown } of overriddenBy(config, (option) =>
      options.some((known) => known === option),
    )) {
      // Rules about units report flags that replace the value of a file.
      if (files.every(({ source }) => source !== kept.source)) continue;
      report({
        at: kept,
        path,
        message: `this ${path} replaces ${shown ?? 'another one'} of an earlier file without a warning; keep one of them`,
        related: [{ at: lost, message: 'replaced here' }],
      });
    }
  },
});
