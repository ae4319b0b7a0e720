/** A clean result says that something was looked at: a path that holds nothing is said to, and is no success. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../support/run.ts';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-nothing-'));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  };
  put('good.json', '{\n  "data_dir": "/x",\n  "server": true\n}\n');
  put('tree/a/etc/consul.d/consul.json', '{ "zz" : }');
  put('tree/b/etc/consul.d/consul.hcl', 'data_dir="/x"\nnode_nam="b"\n');
  put('tree/c/consul.json', '{"data_dir": "/x", "node_name": "c", "zz": 1}');
  put('tree/README.md', '');
  put('own/consul.hcl', 'data_dir = "/x"\nserver = true\n');
  put('own/extra.json', '{"zzz": 1}');
  put('own/below/etc/consul.d/a.hcl', 'data_dir = 1\n');
  put('fragments/x.json', '{"zzz": 1}');
  put('others/deep/README.md', '');
  put('others/site.yaml', 'consul: "1.20"\nservers: [a]\n');
  mkdirSync(join(cwd, 'empty'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const holdsNothing = (path: string) => expect.stringContaining(`${path} holds no Consul configuration`);

describe.each(['empty', 'others'])('%s, by itself or with a good file', (path) => {
  test.each([
    ['check', path],
    ['check', 'good.json', path],
    ['check', '--format', 'json', path],
    ['fmt', '--check', path],
    ['fmt', '--check', 'good.json', path],
    ['fmt', '--write', path],
    ['fmt', '--check', '--config-format', 'hcl', 'empty'],
    ['lint', path],
    ['lint', 'good.json', path],
    ['upgrade', '--from', '1.16', path],
    ['upgrade', '--from', '1.16', 'good.json', path],
    ['merge', path],
    ['merge', 'good.json', path],
    ['compare', 'good.json', path],
    ['compare', path, 'good.json'],
    ['init', '--from', path, '--consul', '1.20', '--out', '-'],
  ])('%s %s %s %s %s', async (...argv) => {
    const { code, stdout, stderr } = await run(argv.filter(Boolean) as string[], { cwd });
    expect([code, stdout, stderr]).toEqual([3, '', holdsNothing(argv.includes('hcl') ? 'empty' : path)]);
  });

  test('validate says so next to the verdict of the agent, which a directory of nothing does not change', async () => {
    const alone = await run(['validate', path], { cwd });
    expect([alone.code, alone.stderr]).toEqual([1, holdsNothing(path)]);
    const alongside = await run(['validate', 'own', path], { cwd });
    expect(alongside.stderr).toEqual(holdsNothing(path));
  });
});

test('a tree is checked whole, whatever its nodes keep their files in', async () => {
  const { code, stdout } = await run(['check', '--format', 'compact', 'tree'], { cwd });
  expect(code).toBe(1);
  for (const file of ['a/etc/consul.d/consul.json', 'b/etc/consul.d/consul.hcl', 'c/consul.json'])
    expect(stdout).toContain(`tree/${file}:`);
  expect((await run(['check', 'tree'], { cwd })).stdout).toContain('3 files checked');
});

test('fmt --check names the files of a tree, and those of which it cannot say', async () => {
  const { code, stdout, stderr } = await run(['fmt', '--check', 'tree'], { cwd });
  expect([code, stdout]).toEqual([1, 'tree/b/etc/consul.d/consul.hcl\ntree/c/consul.json\n']);
  expect(stderr).toContain('tree/a/etc/consul.d/consul.json:1:3');
});

test('a directory of its own is what an agent would load from it, and the nodes below come too', async () => {
  const { stdout } = await run(['check', '--format', 'compact', 'own', 'own/'], { cwd });
  expect(stdout).toContain('own/extra.json:');
  expect(stdout).toContain('own/below/etc/consul.d/a.hcl:');
  expect((await run(['check', 'own', 'own/'], { cwd })).stdout).toContain('3 files checked');
  expect((await run(['check', 'fragments'], { cwd })).stdout).toContain('1 file checked');
});

test('a manifest is no file of an agent: upgrade refuses it', async () => {
  const { code, stderr } = await run(['upgrade', '--from', '1.16', 'others/cluster.yaml'], { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining('is a manifest')]);
});

test.each([
  ['check', 'loop.hcl'],
  ['fmt', '--check', 'loop.hcl'],
  ['lint', 'loop.hcl'],
  ['validate', 'loop.hcl'],
  ['convert', '--to', 'json', 'loop.hcl'],
])('%s says why a file cannot be read', async (...args) => {
  symlinkSync('loop.hcl', join(cwd, 'loop.hcl'));
  const { stdout, stderr } = await run(args, { cwd });
  rmSync(join(cwd, 'loop.hcl'));
  expect(stdout + stderr).toContain('loop.hcl cannot be read: its symbolic links lead in a circle');
});
