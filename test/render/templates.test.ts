/** A user's own templates: what they are given, what is refused before they are filled, and what when they are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expand } from '../../src/manifest/expand.ts';
import type { Library } from '../../src/manifest/extend.ts';
import { loadManifest } from '../../src/manifest/load.ts';
import { estateFiles } from '../../src/render/estate.ts';
import { withUserFiles } from '../../src/render/templates/files.ts';
import { loadTemplates } from '../../src/render/templates/load.ts';
import { type Fields, hostFields, type Shape } from '../../src/render/templates/shapes.ts';
import { hostViews } from '../../src/render/templates/view.ts';
import { Source } from '../../src/text/source/source.ts';
import { repository } from '../support/run.ts';

const head = `consul: "1.20"
servers: { a: { address: 10.0.0.1 }, b: { address: 10.0.0.2 } }
clients: [x]
`;

function render(manifest: string, templates: Record<string, string>) {
  const { manifest: loaded, findings } = loadManifest(new Source('cluster.yaml', manifest));
  expect(findings).toEqual([]);
  const { nodes } = expand(loaded!);
  const library: Library = {
    open: (path) => {
      const text = templates[path];
      return text === undefined
        ? { problem: 'does not exist' }
        : { source: new Source(path, text), id: path };
    },
  };
  const { fill, findings: wrong } = loadTemplates(nodes, library);
  const rendered = withUserFiles(nodes, estateFiles(nodes, loaded!), fill);
  const files = new Map(rendered.files.map((file) => [file.path, file]));
  const all = [...wrong, ...rendered.findings].map(({ at, message }) => {
    const { line, column } = at.source.position(at.start);
    return `${at.source.file}:${line}:${column} ${message}`;
  });
  return { files, findings: all };
}

const path = 'etc/x.conf';
const config =
  'config: { log_level: WARN, encrypt: { env: KEY }, node_meta: { a: "1 2", b: "x%y" }, recursors: [1.1.1.1] }\n';

/** What one template gives for node a. */
function fill(template: string, { at = path, more = config } = {}): string | undefined {
  const { files, findings } = render(`${head}${more}templates: { "${at}": t.hbs }\n`, { 't.hbs': template });
  expect(findings).toEqual([]);
  return files.get(`a/${at}`)?.content;
}

/** What is wrong with one, once for all nodes. */
function refused(template: string, at = path): string {
  const { findings } = render(`${head}${config}templates: { "${at}": t.hbs }\n`, { 't.hbs': template });
  return findings[0] ?? '';
}

test.each<[template: string, expected: string]>([
  ['{{name}} {{role}} {{#if server}}s{{else}}c{{/if}}', 'a server s'],
  ['{{#each servers}}{{name}}={{host}}{{#unless @last}},{{/unless}}{{/each}}', 'a=10.0.0.1,b=10.0.0.2'],
  [
    '{{#each nodes as |node i|}}{{i}}{{node.name}}{{../name}}{{@root.role}} {{/each}}',
    '0aaserver 1baserver 2xaserver ',
  ],
  ['{{config.log_level}}{{#if config.log_file}}!{{/if}}', 'WARN'],
  ['{{#each config.recursors}}{{this}}{{/each}}{{json config.recursors}}', '1.1.1.1["1.1.1.1"]'],
  [
    '{{#with unit}}{{user}} {{words command}}{{/with}}',
    'consul /usr/local/bin/consul agent -config-dir=/etc/consul.d',
  ],
  ['{{#each openings}}{{port}}{{#each protocols}}/{{.}}{{/each}} {{/each}}', '8301/tcp/udp 8300/tcp '],
  ['{{config.encrypt}}', '(secret: env KEY)'],
  ['{{json config}}', expect.not.stringContaining('"encrypt":""')],
  ['{{yaml name}} {{{name}}} {{! no }}{{servers.length}}', '"a" a 2'],
  ['{{word config.node_meta.a}} {{word config.node_meta.b}}', '"1 2" "x%%y"'],
])('%j', (template, expected) => {
  expect(fill(template)).toEqual(expected);
});

test.each<[template: string, expected: RegExp]>([
  ['{{nam}}', /^t\.hbs:1:3 there is no nam: did you mean name\?/],
  ['x\n  {{#if servr}}{{/if}}', /^t\.hbs:2:9 there is no servr: did you mean server\?/],
  ['{{#each servers}}{{adress}}{{/each}}', /^t\.hbs:1:20 there is no adress: there are name, server,/],
  ['{{#each servers}}{{../foo}}{{/each}}', /there is no \.\.\/foo/],
  ['{{../name}}', /\.\.\/name leads out of the view/],
  ['{{config.log_levl}}', /^t\.hbs:1:3 there is no config\.log_levl: Consul has no option log_levl/],
  ['{{config.ports.htttp}}', /Consul has no option ports\.htttp/],
  ['{{config.services}}{{name.length}}', /length is asked of a text/],
  ['{{upper name}}', /^t\.hbs:1:3 there is no helper upper; there are word, words/],
  ['{{word (upper name)}}', /there is no helper upper/],
  ['{{lookup this "name"}}', /there is no helper lookup/],
  ['{{log name}}', /there is no helper log/],
  ['{{word name name}}', /a helper takes one value/],
  ['{{word name a=1}}', /a helper takes no name=value/],
  ['{{#servers}}{{/servers}}', /there is no block servers; there are if, unless, each, with/],
  ['{{#each name}}{{/each}}', /this is not a list/],
  ['{{#if}}{{/if}}', /takes one value/],
  ['{{> other}}', /partials and decorators/],
  ['{{#*inline "x"}}{{/inline}}', /partials and decorators/],
  ['{{servers}}', /servers is a list; write \{\{#each\}\}/],
  ['{{unit}}', /unit is a map/],
  ['{{@foo}}', /there is no @foo/],
  ['{{#if x}}', /^t\.hbs:1:1 this is not a Handlebars template/],
  ['a\nb {{#if server}} {{/each}}', /^t\.hbs:2:1 this is not a Handlebars template: if doesn't match each/],
  ['{{config.log_file}}', /^t\.hbs:1:1 for a: this is not set here; put it into \{\{#if\}\}/],
  ['{{word config.log_file}}', /^t\.hbs:1:1 for a: word is given a value that is not set/],
  ['{{word servers}}', /^t\.hbs:1:1 for a: word must be given a text/],
  ['{{words name}}', /^t\.hbs:1:1 for a: words must be given a list of texts/],
  ['\0', /this is not text in UTF-8/],
])('%j is refused', (template, expected) => {
  expect(refused(template)).toMatch(expected);
});

test.each([
  'constructor',
  '__proto__',
  'toString',
  'name.constructor',
  'config.__proto__',
  'servers.constructor',
  'this.constructor',
])('nothing leads to %s', (name) => {
  expect(refused(`{{${name}}}`)).toMatch(/^t\.hbs:1:3 there is no/);
  expect(refused(`{{#if ${name}}}{{/if}}`)).toMatch(/^t\.hbs:1:7 there is no/);
  expect(refused(`{{#with ${name}}}{{/with}}`)).toMatch(/^t\.hbs:1:9 there is no/);
});

test('in a file for systemd a value must be quoted, or mean itself', () => {
  const at = 'etc/systemd/system/x.service';
  expect(refused('{{config.node_meta.b}}', at)).toMatch(/quote it with \{\{word\}\}/);
  expect(refused('{{config.node_meta.a}}', at)).toMatch(/quote it with \{\{word\}\}/);
  expect(fill('{{name}} {{word config.node_meta.b}}', { at })).toBe('a "x%%y"');
});

test.each(['"a\\nb"', '"a\\u0085b"', '"a\\u2028b"', '"a\\u202eb"', '"a\\0b"'])(
  'no value ends a line: %s',
  (value) => {
    const manifest = `${head}config: { node_meta: { a: ${value} } }\ntemplates: { ${path}: t.hbs }\n`;
    for (const template of ['{{config.node_meta.a}}', '{{word config.node_meta.a}}']) {
      expect(render(manifest, { 't.hbs': template }).findings[0]).toMatch(
        /control character|cannot be written/,
      );
    }
  },
);

test('a file of ours is replaced and keeps its mode; null leaves it out; a class and a node decide for themselves', () => {
  const manifest = `${head.replace('a: {', 'a: { class: k, templates: { etc/one: two.hbs },')}
classes: { k: { templates: { etc/one: one.hbs, etc/three: { file: one.hbs, mode: "0750", owner: "root:consul" } } } }
templates: { etc/systemd/system/consul.service: one.hbs, etc/sysusers.d/consul.conf: ~ }
`;
  const { files, findings } = render(manifest, { 'one.hbs': '1', 'two.hbs': '2' });
  expect(findings).toEqual([]);
  expect(files.get('a/etc/systemd/system/consul.service')).toMatchObject({ content: '1', mode: 0o644 });
  expect(files.get('a/etc/one')?.content).toBe('2');
  expect(files.get('a/etc/three')).toMatchObject({ content: '1', mode: 0o750, owner: 'root:consul' });
  expect(files.has('b/etc/one')).toBe(false);
  expect([...files.keys()].filter((name) => name.includes('sysusers'))).toEqual([]);
});

test.each([
  'etc/Systemd/system/consul.service',
  'etc/sysusers.d/consul.conf/x',
  'ETC/sysusers.d/Consul.conf',
])('two files cannot be one: %s', (at) => {
  expect(refused('x', at)).toMatch(/^cluster\.yaml:5:14 .* is a file too/);
});

test.each(['etc/systemd', 'etc', 'ETC/Systemd', 'etc/systemd/system'])(
  'a file where a directory must be: %s',
  (at) => {
    expect(refused('x', at)).toMatch(/^cluster\.yaml:5:14 this is a file, and a\/etc\S* needs a directory/);
  },
);

test('a template that does not exist is reported where it is named', () => {
  expect(render(`${head}templates: { ${path}: t.hbs }\n`, {}).findings).toEqual([
    'cluster.yaml:4:26 the template "t.hbs" does not exist',
  ]);
});

test('every field of the view is described, and every described field is there', () => {
  const { manifest } = loadManifest(new Source('cluster.yaml', head));
  const { nodes } = expand(manifest!);
  expect(Object.keys(hostViews(nodes)(nodes[0]!)).sort()).toEqual(Object.keys(hostFields).sort());
});

function pathsOf(fields: Fields, prefix = ''): string[] {
  return Object.entries(fields).flatMap(([name, { shape }]) => [
    prefix + name,
    ...pathsBelow(shape, prefix + name),
  ]);
}

function pathsBelow(shape: Shape, path: string): string[] {
  if (shape.kind === 'fields') return pathsOf(shape.fields, `${path}.`);
  return shape.kind === 'list' ? pathsBelow(shape.of, `${path}[]`) : [];
}

test('the docs list every field', () => {
  const docs = readFileSync(join(repository, 'docs/manifest.md'), 'utf8');
  for (const field of pathsOf(hostFields)) expect(docs).toContain(`| \`${field}\` |`);
});
