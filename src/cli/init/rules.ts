/** What `init --from` says of hosts. */
import type { Severity } from '../../finding.ts';

export const initRules: Readonly<Record<string, { readonly severity: Severity; readonly docs: string }>> = {
  'import/duplicate-node': {
    severity: 'error',
    docs: 'Two of the hosts are called alike, and a manifest tells its nodes apart by name.',
  },
  'import/flag': {
    severity: 'warning',
    docs: 'A flag of the command line that no option stands for: the rendered unit starts the agent without it.',
  },
  'import/not-kept': {
    severity: 'warning',
    docs: 'A value that no manifest gives the node, or a secret where a manifest understands no reference.',
  },
  'import/refused': {
    severity: 'warning',
    docs: 'A value that is taken over as it is, and for which `render` refuses the manifest until it is changed.',
  },
  'import/secret': {
    severity: 'info',
    docs: 'Where a secret was found, and the file from which the manifest takes it from now on.',
  },
  'import/unit': {
    severity: 'info',
    docs: 'What the unit of a host says that the rendered unit says in another way.',
  },
  'import/unit-variable': {
    severity: 'warning',
    docs: 'A value that systemd fills in when the agent starts, such as %H, so that it is not known from the files.',
  },
};
