/** Pages of documentation as what a reader does with them: files that they show, and commands with what comes out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/run.ts';

export interface Page {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A fenced block: ```` ```yaml cluster.yaml ```` is a file of that name, which the reader makes. */
export interface Block {
  readonly line: number;
  readonly language: string;
  readonly file: string | undefined;
  readonly text: string;
}

export const pages: readonly Page[] = ['.', 'docs', 'examples']
  .flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: folder !== '.', encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && !file.includes('node_modules'))
      .map((file) => join(folder, file)),
  )
  .map((path) => {
    const text = readFileSync(join(repository, path), 'utf8');
    return { path, text, blocks: blocksOf(text) };
  });

function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^( *)```(\S*)(?: (\S+))?\n([\s\S]*?)^\1```$/gm)].map((match) => ({
    line: markdown.slice(0, match.index).split('\n').length,
    language: match[2]!,
    file: match[3],
    text: match[4]!.replaceAll(new RegExp(`^${match[1]}`, 'gm'), ''),
  }));
}

export interface Shown {
  readonly line: number;
  readonly argv: readonly string[];
  readonly output: string;
  readonly code: number;
  /** Files that the page shows before it, since the last command. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** The commands of a page in their order. */
export function commandsOf({ blocks }: Page): Shown[] {
  let files: { path: string; text: string }[] = [];
  const commands: Shown[] = [];
  for (const { line, language, file, text } of blocks) {
    if (file !== undefined) files.push({ path: file, text });
    if (language !== 'console') continue;
    for (const part of text.split(/^\$ /m).slice(1)) {
      commands.push({ ...parseShown(part), line, files });
      files = [];
    }
  }
  return commands;
}

function parseShown(text: string): Pick<Shown, 'argv' | 'output' | 'code'> {
  const [command = '', ...rest] = text.trimEnd().split('\n');
  const exits = /^# exits (\d+)$/.exec(rest.at(-1) ?? '');
  if (exits) rest.pop();
  return { argv: argvOf(command), output: rest.join('\n'), code: exits ? Number(exits[1]) : 0 };
}

/** The words behind `consul-cfg`. */
export function argvOf(command: string): string[] {
  const words = command.replace(/^(?:npx )?consul-cfg /, '').match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  return words.map((word) => word.replace(/^["']|["']$/g, ''));
}

/** A line `…` stands for any lines. */
export function matches(real: string, shown: string): boolean {
  const pattern = shown
    .split(/^…$/m)
    .map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s\\S]*');
  return new RegExp(`^${pattern}$`).test(real.trim());
}
