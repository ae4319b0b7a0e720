/** `fmt` and `convert`, in process. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../support/run.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-text-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const put = (name: string, text: string): void => writeFileSync(join(cwd, name), text, { mode: 0o600 });
const get = (name: string): string => readFileSync(join(cwd, name), 'utf8');

describe('fmt', () => {
  test('standard input to standard output', async () => {
    expect(await run(['fmt'], { cwd, stdin: 'a=1' })).toEqual({ code: 0, stdout: 'a = 1\n', stderr: '' });
    expect((await run(['fmt', '-', '--config-format', 'json'], { cwd, stdin: '{"a":1}' })).stdout).toBe(
      '{\n  "a": 1\n}\n',
    );
  });

  test('--check names what would change, --write changes it and keeps the mode', async () => {
    put('a.hcl', 'a=1');
    put('b.hcl', 'b = 1\n');
    expect(await run(['fmt', '--check', '.'], { cwd })).toEqual({ code: 1, stdout: './a.hcl\n', stderr: '' });
    expect(get('a.hcl')).toBe('a=1');
    expect((await run(['fmt', '--write', 'a.hcl', 'b.hcl'], { cwd })).stdout).toBe('a.hcl\n');
    expect(get('a.hcl')).toBe('a = 1\n');
    expect(statSync(join(cwd, 'a.hcl')).mode & 0o777).toBe(0o600);
    expect((await run(['fmt', '--check', '.'], { cwd })).code).toBe(0);
  });

  test('what Consul refuses, or reads in part, stays as it is', async () => {
    put('a.hcl', 'a = {');
    put('b.hcl', '{"a": 1 "b": 2}');
    const { code, stderr } = await run(['fmt', '-w', '.'], { cwd });
    expect([code, get('a.hcl'), get('b.hcl')]).toEqual([1, 'a = {', '{"a": 1 "b": 2}']);
    expect(stderr).toContain('a.hcl:1:5');
    expect(stderr).toContain('`b`');
  });

  test.each([
    [['fmt', 'a.hcl', 'b.hcl'], 2],
    [['fmt', '--check', '--write', 'a.hcl'], 2],
    [['fmt', 'none.hcl'], 3],
    [['fmt'], 2],
  ])('%j', async (argv, code) => {
    put('a.hcl', '');
    put('b.hcl', '');
    expect((await run(argv, { cwd })).code).toBe(code);
  });
});

describe('convert', () => {
  test('HCL to JSON and back', async () => {
    put('a.hcl', 'server = true # c\nservices { name = "x" }\nports { http = 1 }\n');
    const { code, stdout, stderr } = await run(['convert', 'a.hcl'], { cwd });
    expect([code, stderr]).toEqual([0, '1 comment is left out: JSON has no comments\n']);
    expect(JSON.parse(stdout)).toEqual({ server: true, services: [{ name: 'x' }], ports: { http: 1 } });
    put('b.json', stdout);
    const back = await run(['convert', 'b.json'], { cwd });
    expect(back.stdout).toContain('ports {\n  http = 1\n}\n');
  });

  test('--out keeps what is there', async () => {
    put('a.yaml', 'server: true\n');
    put('b.hcl', 'old');
    expect((await run(['convert', 'a.yaml', '--to', 'hcl', '--out', 'b.hcl'], { cwd })).code).toBe(3);
    expect(get('b.hcl')).toBe('old');
    expect((await run(['convert', 'a.yaml', '--to', 'hcl', '-o', 'b.hcl', '--force'], { cwd })).code).toBe(0);
    expect(get('b.hcl')).toBe('server = true\n');
  });

  test('a list of one in a free-form map keeps its meaning, which takes one more list in HCL', async () => {
    put('a.json', '{"services": [{"name": "x", "proxy": {"config": {"m": {"a": ["b"]}}}}]}');
    const { code, stdout } = await run(['convert', 'a.json'], { cwd });
    expect([code, stdout.replace(/\s+/g, '')]).toEqual([
      0,
      'services=[{name="x"proxy{config{m{a=[["b"],]}}}},]',
    ]);
  });

  test('what cannot be read is refused with the reasons', async () => {
    put('a.hcl', 'a = {');
    const { code, stdout, stderr } = await run(['convert', 'a.hcl'], { cwd });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('never closed');
    expect((await run(['convert', '-'], { cwd, stdin: '{}' })).code).toBe(2);
  });
});
