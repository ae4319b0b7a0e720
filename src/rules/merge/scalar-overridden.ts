import { overriddenBy } from '../../subjects/agent/overrides.ts';
import { rule } from '../rule.ts';

const options = ['encrypt', 'bootstrap_expect', 'datacenter', 'data_dir', 'server'] as const;

export const scalarOverridden = rule({
  id: 'merge/scalar-overridden',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options,
  docs: {
    summary: 'Two files of one agent say different things, and the later one wins.',
    rationale:
      'Files of a directory are read in the order of their names and merged without a word. Of these options a second ' +
      'value is seldom meant, and the first file is the one that people read.',
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
      // Of a flag that replaces a file's value the rules about units speak.
      if (files.every(({ source }) => source !== kept.source)) continue;
      report({
        at: kept,
        path,
        message: `this ${path} replaces ${shown ?? 'another one'} of an earlier file without a word; keep it in one of the two files`,
        related: [{ at: lost, message: 'replaced here' }],
      });
    }
  },
});
