/**
 * Documents cannot lie: every `console` block of the README, the docs and the examples is run, and what it shows is what
 * came out. A line `…` stands for any lines, a line `# exits N` at the end for the exit code (0 where there is none).
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository, run } from '../support/run.ts';

interface Shown {
  readonly line: number;
  readonly argv: readonly string[];
  readonly output: string;
  readonly code: number;
}

/** Commands run in a copy, so that what they write cannot land in the repository. */
let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'consul-cfg-docs-'));
  for (const folder of ['examples', 'schemas']) {
    cpSync(join(repository, folder), join(copy, folder), { recursive: true });
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const documents = ['.', 'docs', 'examples'].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: folder !== '.', encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.includes('node_modules'))
    .map((file) => join(folder, file)),
);

const shownIn = documents
  .map((document) => ({
    document,
    shown: consoleBlocks(readFileSync(join(repository, document), 'utf8')),
  }))
  .filter(({ shown }) => shown.length > 0);

describe.each(shownIn)('$document', ({ shown }) => {
  test.each(shown)('line $line: consul-cfg $argv', async ({ argv, output, code }) => {
    const ran = await run(argv, { cwd: copy });
    expect(ran.stderr + ran.stdout).toSatisfy((real: string) => matches(real, output), output);
    expect(ran.code).toBe(code);
  });
});

test('the README shows the program at work', () => {
  expect(consoleBlocks(readFileSync(join(repository, 'README.md'), 'utf8')).length).toBeGreaterThan(0);
});

test('a wrong output is noticed', () => {
  expect(matches('a\nb\n', 'a\nc')).toBe(false);
  expect(matches('a\nb\nc\n', 'a\n…\nc')).toBe(true);
  expect(matches('a\nb\nc\n', 'a\n…\nd')).toBe(false);
});

function consoleBlocks(markdown: string): Shown[] {
  const blocks = [...markdown.matchAll(/^```console\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap((block) => {
    const line = markdown.slice(0, block.index).split('\n').length;
    return block[1]!
      .split(/^\$ /m)
      .slice(1)
      .map((text) => parseShown(text, line));
  });
}

function parseShown(text: string, line: number): Shown {
  const [command, ...rest] = text.trimEnd().split('\n');
  const exits = /^# exits (\d+)$/.exec(rest.at(-1) ?? '');
  if (exits) rest.pop();
  const argv = command!.replace(/^(?:npx )?consul-cfg /, '').match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  return {
    line,
    argv: argv.map((word) => word.replace(/^["']|["']$/g, '')),
    output: rest.join('\n'),
    code: exits ? Number(exits[1]) : 0,
  };
}

function matches(real: string, shown: string): boolean {
  const pattern = shown
    .split(/^…$/m)
    .map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s\\S]*');
  return new RegExp(`^${pattern}$`).test(real.trim());
}
