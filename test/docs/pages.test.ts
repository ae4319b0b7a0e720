/** What pages name is there: links lead somewhere, and commands that are not run have the flags that they are given. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { repository } from '../support/run.ts';
import { argvOf, type Page, pages } from './pages.ts';

const flagsOf = new Map<string, ReadonlySet<string>>();
for (const { name, load } of commands) {
  const { command } = await load();
  const flags = command.flags.flatMap(({ flags: text }) => text.match(/--?[\w-]+/g) ?? []);
  flagsOf.set(name, new Set([...flags, '--help', '-h']));
}

const titles = (page: Page): Set<string> =>
  new Set(
    [...page.text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
      title!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );

/** Generated pages are long, and link to nothing but themselves. */
const written = pages.filter(({ path }) => !/docs\/(?:rules|options|cli)\.md$/.test(path));

const ownPage =
  /^https:\/\/(?:github\.com\/consul-cfg\/consul-cfg\/blob|raw\.githubusercontent\.com\/consul-cfg\/consul-cfg)\/main\/(.+)$/;

describe.each(written.map((page) => [page.path, page] as const))('%s', (path, page) => {
  test('its links lead somewhere', () => {
    const all = [...page.text.matchAll(/\]\(([^)\s]*)\)/g)].map(([, link]) => link!);
    const own = all.flatMap((link) => ownPage.exec(link)?.[1] ?? []);
    const near = all.filter((link) => !/^https?:/.test(link));
    const broken = [
      ...near.filter((link) => !leads(link, path)),
      // From the root: the README is in the package too, without the pages.
      ...own.filter((link) => !leads(link, 'README.md')),
    ];
    expect(broken).toEqual([]);
  });

  test('its commands exist, and have their flags', () => {
    const lines = page.blocks
      .filter(({ language }) => language !== 'console')
      .flatMap(({ text }) => text.split('\n'))
      .flatMap((line) => line.match(/\bconsul-cfg(?:@[\d.]+)? [a-z]+[^|;&"'#`]*/g) ?? []);
    const wrong = lines.flatMap((line) => {
      const [name = '', ...words] = argvOf(line.replace(/^consul-cfg(?:@[\d.]+)? /, 'consul-cfg '));
      const flags = flagsOf.get(name);
      if (!flags) return [`${line}: no command ${name}`];
      return words
        .filter((word) => /^--?[a-z]/.test(word) && !flags.has(word.replace(/=.*/, '')))
        .map((word) => `${line}: no flag ${word}`);
    });
    expect(wrong).toEqual([]);
  });
});

function leads(link: string, from: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? from : join(dirname(from), file);
  if (!existsSync(join(repository, target))) return false;
  const page = pages.find((other) => other.path === target);
  return anchor === undefined || page === undefined || titles(page).has(anchor);
}

test('the README, which is in the package without the pages, links to the site of the project only', () => {
  const { text } = pages.find(({ path }) => path === 'README.md')!;
  expect(text.match(/\]\((?!https:)[^)]*\)/g)).toBeNull();
});
