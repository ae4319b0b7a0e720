/** The structure of a document: its symbols, and what can be folded. */
import { expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver/node';
import { newSession } from './editor.ts';

function opened(path: string, text: string) {
  const session = newSession();
  const uri = `file://${path}`;
  session.open(uri, '', text);
  return { symbols: session.symbols(uri), folds: session.folding(uri) };
}

/** Names with their children, as one line. */
const shape = (symbols: readonly DocumentSymbol[]): string =>
  symbols.map(({ name, children }) => (children ? `${name}(${shape(children)})` : name)).join(' ');

const hcl = `# one
# two
server = true
service "web" {
  port = 80
  checks = [
    { name = "http", interval = "10s" },
    { interval = "1s" }
  ]
}
`;

test('of HCL: blocks by their names, objects in lists by their own', () => {
  const { symbols, folds } = opened('/estate/consul.d/a.hcl', hcl);
  expect(shape(symbols)).toBe('server service "web"(port checks(http(name interval) [1](interval)))');
  expect(symbols[1]?.range).toEqual({ start: { line: 3, character: 0 }, end: { line: 9, character: 1 } });
  expect(symbols[1]?.selectionRange.end).toEqual({ line: 3, character: 13 });
  expect(folds).toEqual([
    { startLine: 3, endLine: 8 },
    { startLine: 5, endLine: 7 },
    { startLine: 0, endLine: 1, kind: 'comment' },
  ]);
});

test('of JSON', () => {
  const { symbols, folds } = opened('/estate/consul.d/a.json', '{\n  "ports": {\n    "http": 1\n  }\n}\n');
  expect(shape(symbols)).toBe('ports(http)');
  expect(folds).toEqual([{ startLine: 1, endLine: 2 }]);
});

test('of a manifest, of settings and of a file with several documents', () => {
  const manifest = opened('/estate/cluster.yaml', 'consul: "1.20"\nservers:\n  a:\n    address: 10.0.0.1\n');
  expect(shape(manifest.symbols)).toBe('consul servers(a(address))');
  expect(manifest.folds).toEqual([
    { startLine: 1, endLine: 3 },
    { startLine: 2, endLine: 3 },
  ]);
  const settings = opened('/estate/consul-cfg.yaml', 'ignore:\n  - rule: join/no-peers\n    reason: x\n');
  expect(shape(settings.symbols)).toBe('ignore(join/no-peers(rule reason))');
  expect(shape(opened('/estate/k8s.yaml', 'kind: A\n---\nkind: B\n').symbols)).toBe('kind kind');
});

test('of a unit: sections and what they set', () => {
  const { symbols, folds } = opened(
    '/estate/consul.service',
    '[Unit]\nAfter=network.target\n\n[Service]\nExecStart=/usr/bin/consul agent \\\n  -dev\n',
  );
  expect(shape(symbols)).toBe('Unit(After) Service(ExecStart)');
  expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toContainEqual([3, 5]);
});

test('of a script there is none, and of a broken text what is left', () => {
  expect(opened('/estate/install.sh', 'consul agent -dev\n').symbols).toEqual([]);
  expect(shape(opened('/estate/consul.d/a.hcl', 'ports {\n  http = \n').symbols)).toContain('ports');
  expect(opened('/estate/cluster.yaml', 'a: [\n: :\n').folds).toBeDefined();
});
