/** Every command: one line here, one file in `commands/`. Loaded only when it is called. */
import type { AnyCommand } from './command.ts';

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly command: AnyCommand }>;
}

export const commands: readonly CommandEntry[] = [
  {
    name: 'lint',
    summary: 'judge files, nodes and whole clusters',
    load: () => import('./commands/lint.ts'),
  },
];
