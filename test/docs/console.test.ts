/**
 * Documents cannot lie: every `console` block of the README, the docs and the examples is run, in order, in a directory
 * that has the examples and the files which the page has shown so far. A line `…` stands for any lines, a line `# exits N`
 * at the end for the exit code (0 where there is none).
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository, run } from '../support/run.ts';
import { commandsOf, matches, pages } from './pages.ts';

const shownIn = pages
  .map((page) => ({ page: page.path, shown: commandsOf(page) }))
  .filter(({ shown }) => shown.length > 0);

describe.each(shownIn)('$page', ({ shown }) => {
  /** Commands run in a copy, so that what they write cannot land in the repository. */
  let directory = '';
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'consul-cfg-docs-'));
    for (const folder of ['examples', 'schemas']) {
      cpSync(join(repository, folder), join(directory, folder), { recursive: true });
    }
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test.each(shown)('line $line: consul-cfg $argv', async ({ argv, output, code, files }) => {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    const ran = await run(argv, { cwd: directory, stdin: '' });
    expect(ran.stderr + ran.stdout).toSatisfy((real: string) => matches(real, output), output);
    expect(ran.code).toBe(code);
  });
});

test('the README, the guide and the cookbook show the program at work', () => {
  const paths = shownIn.map(({ page }) => page);
  for (const page of ['README.md', 'docs/guide.md']) expect(paths).toContain(page);
  expect(paths.filter((path) => path.startsWith('docs/cookbook/')).length).toBeGreaterThan(4);
});

test('a wrong output is noticed', () => {
  expect(matches('a\nb\n', 'a\nc')).toBe(false);
  expect(matches('a\nb\nc\n', 'a\n…\nc')).toBe(true);
  expect(matches('a\nb\nc\n', 'a\n…\nd')).toBe(false);
});
