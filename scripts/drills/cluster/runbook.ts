/** The commands of a rendered runbook, run as they are printed. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Lab } from '../lab/lab.ts';
import { attempt } from '../lab/shell.ts';

interface Section {
  readonly title: string;
  /** Its blocks of commands, in order. */
  readonly blocks: readonly string[];
}

/** The sections of a page: each heading with the blocks up to the next heading. */
export function sectionsOf(page: string): Section[] {
  return page.split(/^(?=#{1,4} )/m).map((text) => ({
    title: /^#+ (.*)/.exec(text)?.[1] ?? '',
    blocks: [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block!),
  }));
}

/** The commands with other values in the lines that set these variables. */
export const withValues = (commands: string, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(new RegExp(`^${name}=.*$`, 'm'), () => `${name}='${value}'`),
    commands,
  );

export interface RunbookOptions {
  /** What a person writes in the place of the examples: values of variables that the blocks set. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Seconds between two blocks: the time for which a person does what the page says between them. */
  readonly between?: number;
  /** Commands that the page has in its text, after the blocks. */
  readonly after?: string;
}

export interface Runbook {
  /** Runs the blocks of the sections with these titles in one shell, after those that define its names. */
  readonly run: (titles: readonly RegExp[], options?: RunbookOptions) => Promise<void>;
}

export function readRunbook(lab: Lab, directory: string, log: (text: string) => void): Runbook {
  const sections = sectionsOf(readFileSync(join(directory, 'RUNBOOK.md'), 'utf8'));
  const shell = sections.filter(({ title }, index) => index === 0 || /^the shell$/i.test(title));
  return {
    run: async (titles, { variables = {}, between = 0, after = '' } = {}) => {
      const chosen = titles.flatMap((title) => {
        const found = sections.filter((section) => title.test(section.title) && section.blocks.length > 0);
        if (found.length === 0) throw new Error(`the runbook has no commands for ${title}`);
        return found;
      });
      const names = shell.flatMap(({ blocks }) => blocks);
      const commands = chosen.flatMap(({ blocks }) => blocks);
      const steps = withValues(commands.join(`\nsleep ${between}\n`), variables);
      const script = [...names, steps, after].join('\n');
      log(`runbook: ${chosen.map(({ title }) => title).join(', ')}`);
      const { status, output } = await attempt('bash', ['-e', '-c', script], {
        cwd: directory,
        env: {
          ...process.env,
          HOME: dirname(directory),
          PATH: `${lab.bin}:${process.env.PATH ?? ''}`,
        },
      });
      log('runbook: done');
      if (status !== 0)
        throw new Error(`the runbook's commands exit with ${status}:\n${output.slice(-3000)}`);
    },
  };
}
