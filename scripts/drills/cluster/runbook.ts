/** The commands of a rendered runbook, run as they are printed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

export interface Runbook {
  readonly has: (title: RegExp) => boolean;
  /** Runs the blocks of the sections with these titles in one shell, after those that set its variables. */
  readonly run: (titles: readonly RegExp[], variables?: Readonly<Record<string, string>>) => Promise<void>;
}

/** Replaces the value of an assignment at the start of a line, where the page has one to be filled in. */
const fillIn = (script: string, variables: Readonly<Record<string, string>>): string =>
  Object.entries(variables).reduce(
    (text, [name, value]) => text.replace(new RegExp(`^${name}=.*$`, 'gm'), () => `${name}='${value}'`),
    script,
  );

export function readRunbook(lab: Lab, directory: string, log: (text: string) => void): Runbook {
  const sections = sectionsOf(readFileSync(join(directory, 'RUNBOOK.md'), 'utf8'));
  const preamble = sections[0]!.title === '' ? sections[1]! : sections[0]!;
  return {
    has: (title) => sections.some((section) => title.test(section.title) && section.blocks.length > 0),
    run: async (titles, variables = {}) => {
      const chosen = titles.flatMap((title) => {
        const found = sections.filter((section) => title.test(section.title) && section.blocks.length > 0);
        if (found.length === 0) throw new Error(`the runbook has no commands for ${title}`);
        return found;
      });
      const helpers = sections.filter(({ title }) => /helpers|functions/i.test(title));
      const script = fillIn(
        [preamble, ...helpers, ...chosen].flatMap(({ blocks }) => blocks).join('\n'),
        variables,
      );
      log(`runbook: ${chosen.map(({ title }) => title).join(', ')}`);
      const { status, output } = await attempt('bash', ['-e', '-o', 'pipefail', '-c', script], {
        cwd: directory,
        env: { ...process.env, PATH: `${lab.bin}:${process.env.PATH ?? ''}` },
      });
      if (status !== 0)
        throw new Error(`the runbook's commands exit with ${status}:\n${output.slice(-3000)}`);
    },
  };
}
