/**
 * What stands in files, names and arguments is somebody else's. Printed, it must neither drive a terminal nor forge a
 * command of a CI runner: GitHub's trims blanks before it looks for `::`, and finds `##[` anywhere in a line.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printable, printableJson, visible, visibleLine } from '../../src/util/visible.ts';
import { run } from '../support/run.ts';

const evil =
  'e\u001b]0;T\u0007\u009b31m\u202e\u2066\u2028\u007f\r\n::error::forged\n  ::stop-commands::x ##[error]f';
const raw =
  /[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\r(?!\n)/;
const own = /^::(?:error|warning|notice) file=/;

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-untrusted-'));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  };
  const json = {
    node_name: evil,
    data_dir: '/x',
    bind_addr: evil,
    retry_join: [evil, evil],
    acl_datacenter: evil,
    retry_interval: evil,
    ports: { [evil]: 1 },
    [evil]: evil,
    // Long enough that what follows is wrapped to the start of a line.
    [`${'x'.repeat(52)} ::stop-commands::pwn`]: 1,
    services: [{ name: evil, check: { id: evil, tcp: evil, interval: evil } }],
  };
  put('a.json', JSON.stringify(json, null, 1));
  put('named/one.json', JSON.stringify({ node_name: 'one', zz: 1, server: true, bootstrap_expect: 4 }));
  put(`${evil.replaceAll('/', '')}.json`, '{"zzz": 1');
  put(
    `tree/n${evil.replaceAll('/', '')}/etc/consul.d/c${evil.replaceAll('/', '')}.json`,
    '{"zzz": 1, "acl_datacenter": "x", "retry_join": ["a", "a"], "server": true}',
  );
  put('tree/b/etc/consul.d/c.json', '{"data_dir": "/x", "node_name": "b", "server": true}');
  put(
    'consul.service',
    `[Service]\nUser=root\nExecStart=/usr/bin/consul agent -config-dir=/etc/x -node="${evil}"\n${evil}=1\n`,
  );
  put(
    'cluster.yaml',
    `consul: "1.20"\n${JSON.stringify(evil)}: 1\nservers: {${JSON.stringify(evil)}: {address: ${JSON.stringify(evil)}}}\n`,
  );
  put(
    'good.yaml',
    `consul: "1.20"\nservers: [a]\nconfig: {node_meta: {k: ${JSON.stringify(evil)}}, ui_config: {metrics_provider: ${JSON.stringify(evil)}}}\n`,
  );
  put(
    'settings.yaml',
    `rules: {${JSON.stringify(evil)}: ${JSON.stringify(evil)}}\n${JSON.stringify(evil)}: 1\nnodes: [{name: ${JSON.stringify(evil)}, files: [a.json]}]\n`,
  );
  put(
    'diff.hcl',
    `data_dir = "/x"\n ::error::forged ##[error]f\n# \u001b]0;T\u0007\u202e\nacl_datacenter = "x"\n ::error::forged\n`,
  );
  put(
    'diff2.hcl',
    `# \u001b]0;T\u0007\u202e ##[error]f\n/*\n ::error::forged\n*/\nacl_datacenter = "dc1"\n/*\n  ::error::forged\n*/\ndata_dir = "/x"\n`,
  );
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const weird = `${evil.replaceAll('/', '')}.json`;
const formats = ['pretty', 'compact', 'github', 'junit', 'html', 'json', 'sarif'];
const paths: readonly string[] = [
  'a.json',
  weird,
  'tree',
  'consul.service',
  'cluster.yaml',
  'good.yaml',
  'named',
];

const lines: readonly (readonly string[])[] = [
  ...formats.flatMap((format) => paths.map((path) => ['lint', '-f', format, path])),
  ...formats.flatMap((format) => ['a.json', weird, 'tree'].map((path) => ['check', '-f', format, path])),
  ...formats.flatMap((format) => ['a.json', weird, 'tree'].map((path) => ['validate', '-f', format, path])),
  ['lint', '--settings', 'settings.yaml', 'a.json'],
  ['lint', '--explain-grouping', 'tree'],
  ['lint', '--explain-grouping', 'a.json'],
  ...['a.json', 'diff.hcl', 'diff2.hcl', 'tree'].map((path) => ['lint', '--diff', '--fix-unsafe', path]),
  ['validate', '--each', 'a.json', weird],
  ['validate', '--consul', evil, 'a.json'],
  ['validate', '--host-addresses', evil, 'a.json'],
  ...['a.json', 'tree', 'diff2.hcl', weird].map((path) => ['upgrade', '--from', '1.10', path]),
  ['fmt', '--check', weird],
  ['fmt', '--check', 'tree'],
  ['merge', 'a.json'],
  ['merge', '--to', 'json', 'a.json'],
  ['merge', '--origins', 'a.json'],
  ['merge', '--origins', '--to', 'json', 'a.json'],
  ['merge', weird],
  ['merge', evil],
  ['compare', 'named', 'a.json'],
  ['compare', '--json', 'a.json', 'named'],
  ['convert', weird],
  ['convert', 'good.yaml'],
  ['render', 'cluster.yaml', '--out', 'out'],
  ['render', 'good.yaml', '--explain', 'a'],
  ['render', 'good.yaml', '--explain', evil],
  ['render', 'good.yaml', '--out', 'out', '--dry-run'],
  ['render', 'good.yaml', '--out', `out${evil}`, '--check'],
  ['render', '--servers', evil, '--consul', '1.20', '--out', 'out'],
  ['render', '--servers', 'a', '--consul', '1.20', '--set', `${evil}=1`, '--out', 'out'],
  ['init', '--from', 'a.json', '--consul', '1.20', '--out', '-'],
  ['init', '--from', 'tree', '--consul', '1.20', '--out', '-'],
  ['init', '--servers', evil, '--consul', '1.20', '--out', '-'],
  ['explain', evil],
  ['keygen', evil],
  [evil],
  ['lint', `--${evil}`],
  ['lint', evil],
];

const faults = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .filter(
      (line) => raw.test(line) || /##\w*\[/.test(line) || (/^[\s\p{Cf}]*::/u.test(line) && !own.test(line)),
    );

describe('nothing of others is printed raw', () => {
  test.each(lines.map((line) => [line]))('%j', async (argv) => {
    const { stdout, stderr, code } = await run(argv, { cwd });
    expect(code).not.toBe(70);
    expect(stdout + stderr).not.toBe('');
    expect(faults(stdout)).toEqual([]);
    expect(faults(stderr)).toEqual([]);
  });

  test('nor by commands for programs, where a person sees what they print', async () => {
    for (const argv of [
      ['fmt', 'diff2.hcl'],
      ['convert', 'diff2.hcl', '--to', 'hcl'],
      ['merge', 'a.json'],
    ]) {
      const { stdout } = await run(argv, { cwd, terminal: true });
      expect([argv, faults(stdout)]).toEqual([argv, []]);
    }
  });

  test('nor in a report that goes to a file', async () => {
    await run(['lint', '-f', 'compact=report.txt', '-f', 'pretty=p.txt', 'tree'], { cwd });
    const { readFileSync } = await import('node:fs');
    for (const file of ['report.txt', 'p.txt'])
      expect(faults(readFileSync(join(cwd, file), 'utf8'))).toEqual([]);
  });
});

test('a program gets its data byte for byte', async () => {
  const text = '# \u001b[1m\u202e ##[error]\na = 1\n';
  expect((await run(['fmt'], { cwd, stdin: text })).stdout).toBe(text);
});

test('names show their line ends, texts keep theirs', () => {
  expect(visibleLine('a\nb\t\u001b')).toBe('a\\nb\\t\\x1b');
  expect(visible('a\r\nb\t\u202e\ud800')).toBe('a\r\nb\t\\u{202e}\\u{d800}');
});

test('our own colours stay on a terminal, those of others only where they are the same', () => {
  expect(printable('\u001b[31mred\u001b[39m\u001b[2J', { colours: true })).toBe(
    '\u001b[31mred\u001b[39m\\x1b[2J',
  );
  expect(printable('\u001b[31mred', { colours: false })).toBe('\\x1b[31mred');
});

test.each([
  '::error::x',
  '  ::error::x',
  'a\n\u00a0::x',
  '\u200b::x',
  ':\u200b:x',
  'a ##[error]x',
  '##vso[x]',
])('a runner finds no command in %j', (text) =>
  expect(faults(printable(text, { colours: false }).replaceAll('\u200b', ''))).toEqual([]),
);

test('JSON means the same', () => {
  const value = { [evil]: [evil] };
  expect(JSON.parse(printableJson(value))).toEqual(value);
  expect(faults(printableJson(value, 2))).toEqual([]);
});
