/** Diagnostics, hover, fixes and the way to the other half, asked of a session in process. */
import { expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver/node';
import { memoryFiles } from '../../src/app/files/memory.ts';
import { Session } from '../../src/lsp/session.ts';
import type { FileSystem } from '../../src/model/load/files.ts';
import { apply, applyAll, editing, newSession, options } from './editor.ts';

const everything = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

test('a diagnostic names the place, the rule and the other half', () => {
  const { session, uri } = editing(
    'a.hcl',
    'data_dir = "/d"\nbootstrap = true\nserver = true\nbootstrap_expect = 3\n',
  );
  const [published] = session.diagnostics();
  expect(published?.uri).toBe(uri);
  const found = published?.diagnostics.find(({ code }) => code === 'quorum/bootstrap-with-expect');
  expect(found).toMatchObject({ severity: 1, source: 'consul-cfg' });
  expect(found?.relatedInformation?.[0]?.location.uri).toBe(uri);
});

test('columns count UTF-16 units', () => {
  const { session } = editing('a.hcl', '/* 🚀 */ servr = true\nserver = true\nlog_level = "INFO"\n');
  const found = session.diagnostics()[0]?.diagnostics.find(({ code }) => code === 'option/unknown');
  expect(found?.range).toEqual({
    start: { line: 0, character: 9 },
    end: { line: 0, character: 14 },
  });
});

test.each([
  ['a key', 'retry_¦join = ["a"]', 'a.hcl', 'retry_join', 'flag: -retry-join'],
  ['a value', 'log_level = "IN¦FO"', 'a.hcl', 'log_level', 'default: "INFO"'],
  ['a nested key', 'ports {\n  grpc_¦tls = 8503\n}', 'a.hcl', 'ports.grpc_tls', 'rules:'],
  ['JSON', '{ "ports": { "ht¦tp": 8500 } }', 'a.json', 'ports.http', 'default: 8500'],
  ['a deprecated key', 'start_¦join = ["a"]', 'a.hcl', 'start_join', 'use retry'],
  [
    'a key in a list',
    'services { checks { inter¦val = "1s" } }',
    'a.hcl',
    'services[].checks[].interval',
    'duration',
  ],
])('hover on %s', (_name, marked, file, head, fact) => {
  const { session, uri, position } = editing(file, marked);
  const contents = session.hover(uri, position)?.contents;
  const text = (contents as MarkupContent | undefined)?.value;
  expect(text).toContain(`**\`${head}\`**`);
  expect(text?.replaceAll('\\', '')).toContain(fact);
});

test.each([
  ['a space', 'retry_join ¦= ["a"]'],
  ['an unknown key', 'retry_jo¦n = ["a"]'],
  ['an empty file', '¦'],
])('no hover on %s', (_name, marked) => {
  const { session, uri, position } = editing('a.hcl', marked);
  expect(session.hover(uri, position)).toBeUndefined();
});

test('a quick fix corrects its finding', () => {
  const { session, uri, text } = editing('a.hcl', 'server = true\nports {\n  http = "8500"\n}\n');
  const action = session.codeActions(uri, everything, ['quickfix'])[0];
  expect(action).toMatchObject({ kind: 'quickfix', isPreferred: true });
  expect(applyAll(uri, text, action?.edit)).toBe('server = true\nports {\n  http = 8500\n}\n');
});

test('a range without findings has no quick fix, but the file has its safe ones', () => {
  const { session, uri } = editing('a.hcl', 'server = true\nports {\n  http = "8500"\n}\n');
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  expect(session.codeActions(uri, top, undefined).map(({ kind }) => kind)).toEqual([
    'source.fixAll.consul-cfg',
  ]);
});

test('what needs a look is fixed one by one only', () => {
  const { session, uri } = editing('a.hcl', 'server = true\nbootstrap_expct = 3\nlog_level = "INFO"\n');
  const kinds = session.codeActions(uri, everything, undefined).map(({ kind }) => kind);
  expect(kinds).toContain('quickfix');
  expect(kinds).not.toContain('source.fixAll.consul-cfg');
});

test('applying all safe fixes until there are none leaves none', () => {
  const start =
    'data_dir = "/d"\nserver = true\nports {\n  http = "8500"\n  dns = "53"\n}\nretry_join = ["a", "a", "b"]\nui = true\n';
  let text = start;
  for (let round = 0; round < 5; round++) {
    const { session, uri } = editing('a.hcl', text);
    const action = session.codeActions(uri, everything, ['source.fixAll'])[0];
    if (!action) break;
    text = applyAll(uri, text, action.edit);
  }
  const { session, uri } = editing('a.hcl', text);
  expect(text).not.toBe(start);
  expect(session.codeActions(uri, everything, ['source.fixAll'])).toEqual([]);
});

const server = (name: string, join: readonly string[]): string =>
  JSON.stringify(
    { node_name: name, server: true, bootstrap_expect: 3, data_dir: '/d', retry_join: join },
    null,
    1,
  );

const three = {
  '/estate/a/consul.d/a.json': server('a', ['b', 'c']),
  '/estate/b/consul.d/b.json': server('b', ['a', 'c']),
  '/estate/c/consul.d/c.json': server('c', ['a', 'x']),
};
const uriOf = (name: string): string => `file:///estate/${name}/consul.d/${name}.json`;

test('the cluster is linted with the file, and the way to the other half leads into the other file', () => {
  const session = newSession(three);
  session.open(uriOf('c'), 'json', three['/estate/c/consul.d/c.json']);
  const own = session.diagnostics().find(({ uri }) => uri === uriOf('c'));
  const found = own?.diagnostics.find(({ code }) => code === 'join/mismatched-lists');
  expect(found).toBeDefined();
  const there = session.definition(uriOf('c'), found!.range.start);
  expect(there?.map(({ uri }) => uri)).toContain(uriOf('a'));
});

test('the way back from the other half leads to the finding', () => {
  const { session, uri } = editing(
    'a.hcl',
    'data_dir = "/d"\nserver = true\nbootstrap = true\nbootstrap_expect = 3\n',
  );
  const found = session
    .diagnostics()[0]
    ?.diagnostics.find(({ code }) => code === 'quorum/bootstrap-with-expect');
  const there = found?.relatedInformation?.[0]?.location.range.start;
  expect(session.definition(uri, there!)?.map(({ range }) => range)).toContainEqual(found?.range);
});

test('an unsaved change counts, and closing brings the disk back', () => {
  const session = newSession(three);
  const codes = (): unknown[] =>
    session.diagnostics().flatMap((one) => one.diagnostics.map(({ code }) => code));
  session.open(uriOf('a'), 'json', three['/estate/a/consul.d/a.json']);
  expect(codes()).toContain('join/mismatched-lists');
  session.open(uriOf('c'), 'json', server('c', ['a', 'b']));
  expect(codes()).not.toContain('join/mismatched-lists');
  session.close(uriOf('c'));
  expect(codes()).toContain('join/mismatched-lists');
});

test('a change on the disk is seen once the session forgets', () => {
  let texts: Readonly<Record<string, string>> = three;
  const now = (): FileSystem => memoryFiles(texts);
  const disk: FileSystem = {
    read: (path) => now().read(path),
    list: (path) => now().list(path),
    stat: (path) => now().stat(path),
    realpath: (path) => now().realpath(path),
  };
  const session = new Session(disk, options);
  session.open(uriOf('a'), 'json', three['/estate/a/consul.d/a.json']!);
  const codes = (): unknown[] =>
    session.diagnostics().flatMap((one) => one.diagnostics.map(({ code }) => code));
  expect(codes()).toContain('join/mismatched-lists');
  texts = { ...three, '/estate/c/consul.d/c.json': server('c', ['a', 'b']) };
  expect(codes()).toContain('join/mismatched-lists');
  session.forget();
  expect(codes()).not.toContain('join/mismatched-lists');
});

test.each([
  ['another program', 'main.hcl', 'resource "aws_instance" "a" {\n  ami = "x"\n}\n'],
  ['unrelated JSON', 'data.json', '{ "name": "x", "size": 1, "server": 1 }'],
  ['what another program leaves', 'package.json', '{ "server": "yes", "ports": { "http": "1" } }'],
  ['a text', 'a.txt', 'server = 1'],
])('%s is left alone', (_name, file, text) => {
  const session = newSession();
  session.open(`file:///estate/app/${file}`, '', text);
  expect(session.diagnostics().flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
});

test('a document without a file is linted by what the editor calls it', () => {
  const session = newSession();
  session.open('untitled:Untitled-1', 'hcl', 'server = true\nports { http = "1" }\n');
  expect(session.diagnostics()[0]?.diagnostics.map(({ code }) => code)).toContain('option/type');
});

test('formatting changes what differs and nothing else', () => {
  const { session, uri, text } = editing('a.hcl', 'server = true\nports{http=8500}\n\nlog_level = "INFO"\n');
  const edits = session.format(uri);
  expect(edits).toHaveLength(1);
  expect(edits[0]!.range.start.line).toBe(1);
  const formatted = apply(uri, text, edits);
  expect(formatted).toContain('http = 8500');
  session.open(uri, 'hcl', formatted);
  expect(session.format(uri)).toEqual([]);
});

test('a text that Consul refuses is not formatted', () => {
  const { session, uri } = editing('a.hcl', 'server = \nports{http=8500}\n');
  expect(session.format(uri)).toEqual([]);
});

test('the settings of the directory apply', async () => {
  const text = 'consul: "1.15"\nrules: { option/type: "off" }\n';
  const session = new Session(memoryFiles({ '/estate/consul-cfg.yaml': text }), {
    ...options,
    version: undefined,
  });
  const uri = 'file:///estate/consul.d/a.hcl';
  session.open(uri, 'hcl', 'server = true\nports { http = "1" }\nlocality { region = "x" }\n');
  await session.ready();
  const codes = session.diagnostics()[0]?.diagnostics.map(({ code }) => code);
  expect(codes).not.toContain('option/type');
  expect(codes).toContain('option/not-in-version');
});

test('a secret never comes back', () => {
  const key = 'c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQtMTIzNDU2Nzg=';
  const { session, uri } = editing('a.hcl', `server = true\nencrypt = "${key}x"\nbootstrap_expect = 3\n`);
  const answers = [session.diagnostics(), session.hover(uri, { line: 1, character: 15 })];
  expect(JSON.stringify(answers)).not.toContain(key.slice(0, 20));
});
