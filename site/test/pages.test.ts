/** The site as it was built: a page for each page of docs/ and each rule, and no link within it that leads nowhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const dist = resolve(import.meta.dirname, '../dist');
const docs = resolve(import.meta.dirname, '../../docs');

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));

describe.skipIf(!existsSync(join(dist, 'api.html')))('the built site (needs npm run build in site)', () => {
  const texts = new Map(filesIn(dist, '.html').map((file) => [file, readFileSync(join(dist, file), 'utf8')]));

  test('has every page of docs/, every rule, the reference and the playground', () => {
    const wanted = filesIn(docs, '.md').map((file) =>
      file.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html'),
    );
    expect(wanted.length).toBeGreaterThan(300);
    expect(wanted.filter((file) => !texts.has(file))).toEqual([]);
    for (const file of ['index.html', 'reference/node.html', 'playground/index.html'])
      expect(texts.has(file), file).toBe(true);
    expect(readFileSync(join(dist, 'hashmap.json'), 'utf8')).toContain('rules_');
  });

  test('has no dead link, nor one to a heading that is not there', () => {
    const dead = [...texts].flatMap(([file, text]) =>
      [...text.matchAll(/<a [^>]*href="([^"]*)"/g)]
        .map(([, link]) => link!)
        .filter((link) => !/^[a-z]+:/.test(link) && isDead(link, file))
        .map((link) => `${file}: ${link}`),
    );
    expect(dead).toEqual([]);
    expect(isDead('/nothing.html', 'index.html')).toBe(true);
    expect(isDead('/api.html#nothing', 'index.html')).toBe(true);
  });

  function isDead(link: string, from: string): boolean {
    const [path = '', anchor] = decodeURI(link).split('#');
    const base = path.startsWith('/')
      ? path.slice(1)
      : path === ''
        ? from
        : posix.join(posix.dirname(from), path);
    const file = base === '' || base.endsWith('/') ? `${base}index.html` : base;
    const target = texts.get(file) ?? texts.get(`${file}.html`);
    if (target === undefined) return !existsSync(join(dist, file));
    // TypeDoc numbers headings of one name in a way of its own.
    if (file.startsWith('reference/')) return false;
    return anchor !== undefined && anchor !== '' && !target.includes(`id="${anchor}"`);
  }
});
