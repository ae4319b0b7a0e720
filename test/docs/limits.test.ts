/** Every row of the first table of docs/limits.md: an input over the limit, and the sentence that the row quotes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check, lint } from '../../src/index.ts';
import { repository } from '../support/run.ts';

const rows = readFileSync(join(repository, 'docs/limits.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()));

const manifest = (text: string) => lint(`consul: "1.20"\nservers: [a, b, c]\n${text}`);
const settings = (glob: string) =>
  lint({ 'a.hcl': 'data_dir = "/x"\n' }, { settings: `nodes:\n  - { name: a, files: ["${glob}"] }\n` });
const chain = (length: number) =>
  Object.fromEntries(
    Array.from({ length }, (_, i) => [
      `m${i}.yaml`,
      i === length - 1 ? 'consul: "1.20"\n' : `consul: "1.20"\nextends: m${i + 1}.yaml\nservers: [a]\n`,
    ]),
  );
const aliases = (): string =>
  Array.from({ length: 14 }, (_, i) =>
    i === 0 ? 'a0: &a0 [xxxxxxxxxx]\n' : `a${i}: &a${i} [${`*a${i - 1}, `.repeat(4)}]\n`,
  ).join('');

const inputs: Readonly<Record<string, () => Promise<unknown>>> = {
  'JSON: objects and lists in each other': () =>
    check({ 'a.json': `${'{"a":'.repeat(10_001)}1${'}'.repeat(10_001)}` }),
  'YAML: nesting': () => manifest('config: '.concat('['.repeat(100_000))),
  'YAML: text that aliases repeat': () => manifest(`config:\n${aliases().replace(/^/gm, '  ')}`),
  'HCL: mistakes of one file': () => check({ 'a.hcl': '= = \n'.repeat(3000) }),
  'a manifest: files that `extends` names in a row': () => lint(chain(12)),
  'a manifest: servers of one datacenter, each of which lists all others': () =>
    lint(`consul: "1.20"\nservers: [${Array.from({ length: 101 }, (_, i) => `s${i}`).join(', ')}]\n`),
  'a manifest': () => manifest(`# ${'x'.repeat(16 * 2 ** 20)}\n`),
  'a pattern for paths in `consul-cfg.yaml`': () => settings('a'.repeat(1001)),
  'a pattern for paths: ways that its braces make': () => settings('{a,b}'.repeat(9)),
};

const table = rows.filter(([, what = '']) => Object.hasOwn(inputs, what));

test('every row has an input', () => expect(table).toHaveLength(Object.keys(inputs).length));

test.each(table.map(([, what = '', , sentence = '']) => [what, sentence] as const))(
  '%s',
  async (what, sentence) => {
    const words = sentence.replace(/^`[^`]*`: /, '');
    expect(JSON.stringify(await inputs[what]!())).toContain(words);
  },
);
