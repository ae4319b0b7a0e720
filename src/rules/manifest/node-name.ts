import { rule } from '../rule.ts';

export const manifestNodeName = rule({
  id: 'manifest/node-name',
  scope: 'reader',
  source: 'manifest',
  severity: { default: 'error', warning: 'where the name is that of a Windows device' },
  options: [],
  docs: {
    summary: 'The name of a node cannot be the name of a directory and of a host.',
    rationale:
      'The files of a node are rendered into a directory of its name, and agents join it by its name where it ' +
      'has no address. RUNBOOK.md and acl are names of other files. Windows cannot have files called con, nul ' +
      'or com1.',
    bad: { 'cluster.yaml': 'consul: "1.20"\nservers: ["srv 1"]\n' },
    good: { 'cluster.yaml': 'consul: "1.20"\nservers: [srv-1]\n' },
  },
});
