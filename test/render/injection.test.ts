/**
 * No value of a manifest gets out of its place: it is refused where it stands, or written so that it means itself. The
 * table is the one of docs/manifest.md.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expand } from '../../src/manifest/expand.ts';
import type { OutFile } from '../../src/manifest/file.ts';
import { loadManifest } from '../../src/manifest/load.ts';
import { estateFiles } from '../../src/render/estate.ts';
import { decode } from '../../src/text/decode.ts';
import { parse } from '../../src/text/parse.ts';
import { Source } from '../../src/text/source/source.ts';
import { parseUnit } from '../../src/text/systemd.ts';
import { toPlain } from '../../src/text/tree/value.ts';
import { repository } from '../support/run.ts';

const hostile = {
  newline: 'a\nExecStartPre=/bin/id',
  'carriage return': 'a\rb',
  NUL: 'a\0b',
  'next line (U+0085)': 'a\u0085b',
  'line separator (U+2028)': 'a\u2028b',
  'right to left (U+202E)': 'a\u202eb',
  'byte order mark (U+FEFF)': 'a\ufeffb',
  quote: `a"b'c`,
  backslash: 'a\\',
  'command substitution': '$(id)`id`',
  separator: 'a;id|id&',
  'specifier (%)': '%n%h',
  'variable ($)': '\u0024{HOME}$HOME',
  'HCL template': '\u0024{file("/etc/shadow")}',
  'parent directory': '../../etc/passwd',
  'absolute path': '/etc/passwd',
  dash: '-rf',
} as const;

type Threat = keyof typeof hostile;

const threats = Object.keys(hostile) as Threat[];

interface Place {
  /** As the table in the docs names it. */
  readonly name: string;
  /** A manifest with the text in its place. */
  readonly manifest: (text: string) => object;
  /** What is not refused there; it is written so that it means itself. */
  readonly quoted: readonly Threat[];
}

const base = { consul: '1.20', servers: { a: null, b: null } };
const withConfig = (config: object) => ({ ...base, config });
const meaningful: readonly Threat[] = ['specifier (%)', 'variable ($)', 'command substitution', 'separator'];
const places: readonly Place[] = [
  { name: 'node names', manifest: (text) => ({ ...base, servers: [text] }), quoted: [] },
  { name: 'datacenter names', manifest: (text) => ({ ...base, datacenter: text }), quoted: ['dash'] },
  { name: 'addresses', manifest: (text) => ({ ...base, servers: { a: { address: text } } }), quoted: [] },
  {
    name: 'address templates',
    manifest: (text) => ({ ...base, servers: { a: { address: `{{ GetInterfaceIP "${text}" }}` } } }),
    quoted: threats.filter((threat) => !/U\+|newline|return|NUL/.test(threat)),
  },
  {
    name: 'paths of the agent (`data_dir`, `log_file`, sockets)',
    manifest: (text) => withConfig({ data_dir: `/srv/consul/${text}` }),
    quoted: [
      ...meaningful.filter((t) => t !== 'command substitution'),
      'command substitution',
      'absolute path',
      'dash',
    ],
  },
  {
    name: '`systemd.binary`',
    manifest: (text) => ({ ...base, systemd: { binary: text } }),
    quoted: ['absolute path'],
  },
  {
    name: '`systemd.user`, `systemd.group`',
    manifest: (text) => ({ ...base, systemd: { user: text } }),
    quoted: [],
  },
  {
    name: 'names in `systemd.service`',
    manifest: (text) => ({ ...base, systemd: { service: { [text]: 1 } } }),
    quoted: [],
  },
  {
    name: 'values in `systemd.service`, `Environment` too',
    manifest: (text) => ({ ...base, systemd: { service: { Environment: [`A=${text}`] } } }),
    quoted: [...meaningful, 'HCL template', 'quote', 'parent directory', 'absolute path', 'dash'],
  },
  {
    name: 'any other option, in JSON',
    manifest: (text) => withConfig({ node_meta: { k: text } }),
    quoted: threats,
  },
  {
    name: 'any other option, in HCL',
    manifest: (text) => ({ ...withConfig({ node_meta: { k: text } }), format: 'hcl' }),
    quoted: threats,
  },
  {
    name: 'paths in `templates`',
    manifest: (text) => ({ ...base, templates: { [text]: 't' } }),
    quoted: ['dash'],
  },
  {
    name: 'files that `extends` and `templates` name',
    manifest: (text) => ({ ...base, templates: { x: text } }),
    quoted: threats.filter((threat) => !/U\+|newline|return|NUL|absolute/.test(threat)),
  },
  {
    name: 'networks in `firewall`',
    manifest: (text) => ({ ...base, firewall: { nftables: true, cluster: [text] } }),
    quoted: [],
  },
];

function render(manifest: object): readonly OutFile[] | undefined {
  const { manifest: loaded, findings } = loadManifest(new Source('cluster.yaml', JSON.stringify(manifest)));
  if (!loaded || findings.length > 0) return undefined;
  const expansion = expand(loaded);
  return expansion.findings.length > 0 ? undefined : estateFiles(expansion.nodes, loaded);
}

const cases = places.flatMap((place) => threats.map((threat) => [place.name, threat, place] as const));

test.each(cases)('%s: %s', (_, threat, { manifest, quoted }) => {
  const files = render(manifest(hostile[threat]));
  expect(files === undefined ? 'refused' : 'quoted').toBe(quoted.includes(threat) ? 'quoted' : 'refused');
  if (!files) return;
  const harmless = render(manifest('/srv/harmless')) ?? render(manifest('harmless'))!;
  expect(files.map(({ path }) => path)).toEqual(harmless.map(({ path }) => path));
  for (const [i, file] of files.entries()) expectSameShape(file, harmless[i]!);
});

/** As many lines, directives and keys as with a harmless value. */
function expectSameShape({ path, content }: OutFile, harmless: OutFile): void {
  if (/\.(?:json|hcl)$/.test(path)) {
    expect(keysOf(path, content)).toEqual(keysOf(path, harmless.content));
    return;
  }
  expect(content).not.toMatch(/[\r\0\u0085\u2028\u202e\ufeff]/);
  expect(content.split('\n')).toHaveLength(harmless.content.split('\n').length);
  if (!path.endsWith('.service')) return;
  const names = (text: string) => parseUnit(new Source(path, text)).directives.map(({ name }) => name);
  expect(names(content)).toEqual(names(harmless.content));
}

function keysOf(path: string, content: string): unknown {
  const tree = parse(new Source(path, content), path.endsWith('.hcl') ? 'hcl' : 'json');
  expect(tree.problems).toEqual([]);
  return Object.keys(toPlain(decode(tree).value!) as object);
}

test.each(['json', 'hcl'])('an option says in %s what it says in the manifest', (format) => {
  const node_meta = Object.fromEntries(threats.map((threat, i) => [`k${i}`, hostile[threat]]));
  const file = render({ ...withConfig({ node_meta }), format })!.find(
    ({ path }) => path === `a/etc/consul.d/consul.${format}`,
  )!;
  const read = toPlain(decode(parse(new Source('x', file.content), format as 'json')).value!) as {
    node_meta: unknown;
  };
  expect([read.node_meta].flat()[0]).toEqual(node_meta);
});

test.each([
  ['two names that differ in letter case', { ...base, servers: ['a', 'A'] }],
  ['the name of the runbook', { ...base, servers: ['Runbook.md'] }],
])('%s', (_, manifest) => {
  expect(render(manifest)).toBeUndefined();
});

test('the table of the docs has a row for each place', () => {
  const docs = readFileSync(join(repository, 'docs/manifest.md'), 'utf8');
  for (const { name } of places) expect(docs).toContain(`| ${name} |`);
});
