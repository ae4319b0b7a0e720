/** Every command: one line here, one file in `commands/`. Loaded only when it is called. In the order of the help: create, check, change, look up, serve. */
import type { CommandEntry } from './command.ts';

export const commands: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: 'write the first manifest, from a few answers or from hosts that exist',
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'render',
    summary: 'write the files of every node of a manifest',
    load: () => import('./commands/render.ts'),
  },
  {
    name: 'keygen',
    summary: 'print a new key for gossip encryption',
    load: () => import('./commands/keygen.ts'),
  },
  {
    name: 'lint',
    summary: 'lint files, nodes and whole clusters',
    load: () => import('./commands/lint.ts'),
  },
  {
    name: 'validate',
    summary: 'give the verdict of `consul validate` of a release',
    load: () => import('./commands/validate.ts'),
  },
  {
    name: 'check',
    summary: 'check each file by itself against the schema of a release',
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'fmt',
    summary: 'format files without a change to what Consul reads',
    load: () => import('./commands/fmt.ts'),
  },
  {
    name: 'convert',
    summary: 'turn HCL into JSON, JSON into HCL, YAML into either',
    load: () => import('./commands/convert.ts'),
  },
  {
    name: 'merge',
    summary: 'print the one configuration that an agent makes of its files',
    load: () => import('./commands/merge.ts'),
  },
  {
    name: 'compare',
    summary: 'list what changed in a configuration, and whether a reload is enough',
    load: () => import('./commands/compare.ts'),
  },
  {
    name: 'plan',
    summary: 'list what a manifest changes on every host, and in which order to roll it out',
    load: () => import('./commands/plan.ts'),
  },
  {
    name: 'doctor',
    summary: 'ask running agents, and report what differs from the files',
    load: () => import('./commands/doctor.ts'),
  },
  {
    name: 'upgrade',
    summary: 'migrate deprecated options, and list the decisions that a new release needs',
    load: () => import('./commands/upgrade.ts'),
  },
  {
    name: 'explain',
    summary: 'explain an option or a rule',
    load: () => import('./commands/explain.ts'),
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of a release',
    load: () => import('./commands/schema.ts'),
  },
  {
    name: 'lsp',
    summary: 'serve an editor: diagnostics, hover, completion, fixes',
    load: () => import('./commands/lsp.ts'),
  },
  {
    name: 'completion',
    summary: 'print what bash, zsh or fish needs to complete a command line',
    load: () => import('./commands/completion.ts'),
  },
];
