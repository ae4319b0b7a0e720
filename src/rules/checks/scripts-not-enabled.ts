import { each } from '../../model/value-path.ts';
import { isFragment } from '../../subjects/agent/predicates.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';

const places = ['checks[]', 'services[].check', 'services[].checks[]'] as const;

export const scriptChecksNotEnabled = rule({
  id: 'checks/scripts-not-enabled',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'error',
    warning: 'where the check is in another file, and only their directory says that one agent reads both',
  },
  unless: 'unless another file or a flag enables script checks',
  options: [
    'enable_local_script_checks',
    'enable_script_checks',
    'checks[].args',
    'services[].checks[].args',
  ],
  docs: {
    summary: 'A check runs a command, but script checks are off.',
    rationale:
      'With args in a check and neither enable_local_script_checks nor enable_script_checks the agent refuses to load the ' +
      'check and exits. `consul validate` accepts it.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "disk"\n  args = ["/usr/local/bin/check-disk"]\n  interval = "60s"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nenable_local_script_checks = true\n\ncheck {\n  name = "disk"\n' +
        '  args = ["/usr/local/bin/check-disk"]\n  interval = "60s"\n}\n',
    },
  },
  run(node, report) {
    const { config } = node;
    // Files with services only are common; the option is in the main file.
    if (isFragment(node) || config.bool('enable_local_script_checks') || config.bool('enable_script_checks'))
      return;
    for (const place of places) {
      each(config.written, `${place}.args`, (args, path) => {
        if (args.kind !== 'list' || args.items.length === 0) return;
        report({
          at: spanOf(args),
          path,
          message:
            'this check runs a command, but script checks are off: `consul validate` accepts it, and then the agent ' +
            'refuses to start; write enable_local_script_checks = true',
        });
      });
    }
  },
});
