/** The targets of `render --for`: adding one is its file or folder and a line here. */
import type { Target } from './target.ts';

interface Entry {
  /** Where it is written if nothing else is asked for. */
  readonly out: string;
  /** What is written, for the help. */
  readonly writes: string;
  readonly load: () => Promise<Target>;
}

export const targets = {
  ansible: {
    out: 'rendered',
    writes: 'the files of every node, an inventory and a play',
    load: async () => (await import('./ansible/ansible.ts')).ansible,
  },
  'cloud-init': {
    out: 'rendered-cloud-init',
    writes: 'the user data of every machine',
    load: async () => (await import('./cloud-init.ts')).cloudInit,
  },
  compose: {
    out: 'rendered-compose',
    writes: 'a cluster in containers, to try the options',
    load: async () => (await import('./compose/compose.ts')).compose,
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type TargetName = keyof typeof targets;
